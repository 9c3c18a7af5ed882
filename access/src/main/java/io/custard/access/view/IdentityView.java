package io.custard.access.view;

import io.custard.access.view.ViewReads.Place;
import io.custard.intake.ViewLag;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of people, sessions and API tokens. While nothing changes, an answer
 * costs no query. Fails with {@code UPSTREAM_UNAVAILABLE} when neither cache nor table can be
 * trusted.
 */
@ApplicationScoped
public class IdentityView {
  /** So many made-up tokens may be looked for a little longer at once; more are refused at once. */
  private static final int MOST_WAITING = 50;

  private final ViewReads reads;
  private final WatchedCache<Place, Standing> standings = new WatchedCache<>();
  private final WatchedCache<String, KnownToken> tokens = new WatchedCache<>();
  private final AtomicInteger waiting = new AtomicInteger();

  IdentityView(ViewReads reads) {
    this.reads = reads;
  }

  /**
   * How a person stands in an organisation.
   *
   * @param session null: none is asked for
   */
  public Uni<Standing> standing(
      UserId person, OrganisationId organisation, @Nullable UUID session) {
    return standings.get(new Place(person, organisation, session), reads::standing);
  }

  /** Fails with {@code AUTH_TOKEN_INVALID} when there is none, even a moment later. */
  public Uni<KnownToken> token(String id) {
    return tokens.get(id, this::look);
  }

  private Uni<KnownToken> look(String id) {
    return reads
        .token(id)
        .chain(found ->
            found.map(token -> Uni.createFrom().item(token)).orElseGet(() -> lookLonger(id)));
  }

  private Uni<KnownToken> lookLonger(String id) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Uni.createFrom().failure(IdentityView::unknown);
    }
    Uni<KnownToken> again =
        Uni.createFrom()
            .deferred(() -> reads.token(id))
            .map(found -> found.orElseThrow(IdentityView::unknown));
    return ViewLag.waitOut(again).onTermination().invoke(waiting::decrementAndGet);
  }

  void confirm(Changes changes, long asOf) {
    standings.confirm(changes.places(), !changes.none(), asOf);
    tokens.confirm(changes.tokens(), !changes.none(), asOf);
  }

  private static CustardException unknown() {
    return new CustardException(
        ErrorCode.AUTH_TOKEN_INVALID, "There is no such API token; make another.");
  }
}
