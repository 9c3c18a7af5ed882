package io.custard.intake;

import io.custard.problem.CustardException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Objects;

/**
 * A local view is a moment behind the service it follows: whoever has just made something may ask
 * for it before it arrived. So what is missing is looked for a little longer before it is said to
 * be.
 */
public final class ViewLag {
  private static final int LOOKS = 10;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private ViewLag() {}

  /** Looks again while the look fails with a coded failure, for two to three seconds in all. */
  public static <T> Uni<T> waitOut(Uni<T> look) {
    return look.onFailure(CustardException.class)
        .retry()
        .withBackOff(PAUSE, PAUSE)
        .atMost(LOOKS)
        .onFailure(exhausted -> exhausted.getCause() instanceof CustardException)
        .transform(exhausted -> Objects.requireNonNull(exhausted.getCause()));
  }
}
