package io.custard.auth.ratelimit;

import io.custard.address.CallerAddress;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Says whether something may be tried now; otherwise fails with {@code AUTH_TOO_MANY_ATTEMPTS} and
 * the seconds to wait. A try that is refused because of its subject still counts for its address.
 */
@ApplicationScoped
public class Limits {
  private static final Logger LOG = Logger.getLogger(Limits.class);

  private final RedisBuckets shared;
  private final LocalBuckets local;
  private final double scale;
  private final AtomicBoolean away = new AtomicBoolean();

  Limits(RedisBuckets shared, LocalBuckets local, LimitConfig config) {
    this.shared = shared;
    this.local = local;
    this.scale = config.addressScale();
  }

  /**
   * Counts a try.
   *
   * @param subject whose account, or which token
   */
  public Uni<Void> take(Action action, String address, String subject) {
    return take(List.of(ofAddress(action, address), Bucket.ofSubject(action, subject)), 1)
        .invoke(Limits::refuse)
        .replaceWithVoid();
  }

  /**
   * The same for a subject whose owner is let through where they are known: only when the subject's
   * limit is used up it is asked whether that is so, and then a limit of that place counts.
   */
  public Uni<Void> take(Action action, String address, String subject, Uni<Boolean> known) {
    return take(List.of(ofAddress(action, address), Bucket.ofSubject(action, subject)), 1)
        .chain(verdict ->
            verdict.refusedBy() == 1
                ? known.chain(is ->
                    is
                        ? take(List.of(place(action, address, subject)), 1)
                        : Uni.createFrom().item(verdict))
                : Uni.createFrom().item(verdict))
        .invoke(Limits::refuse)
        .replaceWithVoid();
  }

  /** It was right: what was taken for it is given back. */
  public Uni<Void> giveBack(Action action, String address, String subject) {
    return take(List.of(ofAddress(action, address), Bucket.ofSubject(action, subject)), -1)
        .replaceWithVoid();
  }

  private Bucket ofAddress(Action action, String address) {
    return Bucket.ofAddress(action, CallerAddress.network(address), scale);
  }

  private static Bucket place(Action action, String address, String subject) {
    return Bucket.ofSubject(action, subject + " at " + address);
  }

  private Uni<Verdict> take(List<Bucket> buckets, int cost) {
    return shared
        .take(buckets, cost)
        .invoke(() -> isAway(false))
        .onFailure()
        .invoke(() -> isAway(true))
        .onFailure()
        .recoverWithUni(() -> local.take(buckets, cost));
  }

  private void isAway(boolean now) {
    if (away.getAndSet(now) != now) {
      LOG.warn(now ? "Redis is away: limits are kept here" : "Redis is back: limits are shared");
    }
  }

  private static void refuse(Verdict verdict) {
    if (!verdict.allowed()) {
      throw new CustardException(
              ErrorCode.AUTH_TOO_MANY_ATTEMPTS, "Wait as long as Retry-After says, then try again.")
          .retryAfter((int) Math.ceil(verdict.waitSeconds()));
    }
  }
}
