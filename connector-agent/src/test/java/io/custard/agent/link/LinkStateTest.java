package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.custard.agent.link.LinkState.Closed;
import io.custard.agent.link.LinkState.Connecting;
import io.custard.agent.link.LinkState.Disconnected;
import io.custard.agent.link.LinkState.Ready;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.Welcome;
import org.junit.jupiter.api.Test;

class LinkStateTest {
  private final Welcome welcome = new Welcome(LinkId.random(), 1, 5, null, null);

  @Test
  void failedAttemptsAreCounted() {
    assertThat(new Disconnected(0).toConnecting().toDisconnected().toConnecting().toDisconnected())
        .isEqualTo(new Disconnected(2));
  }

  @Test
  @SuppressWarnings("NullAway")
  void aLinkThatHeldMakesTheNextWaitShort() {
    long longAgo = System.nanoTime() - 11_000_000_000L;

    assertThat(new Ready(5, null, welcome, longAgo).toDisconnected())
        .isEqualTo(new Disconnected(0));
    assertThat(new Ready(5, null, welcome, System.nanoTime()).toDisconnected())
        .isEqualTo(new Disconnected(6));
  }

  @Test
  void nothingComesAfterTheEnd() {
    Closed closed = new Connecting(0).toClosed();

    assertThatIllegalStateException().isThrownBy(closed::toConnecting);
    assertThatIllegalStateException().isThrownBy(closed::toDisconnected);
    assertThatIllegalStateException()
        .isThrownBy(closed::toDraining)
        .withMessage("Closed does not become Draining");
  }

  @Test
  @SuppressWarnings("NullAway")
  void drainingDoesNotDialAgain() {
    LinkState draining = new Ready(0, null, welcome, 0).toDraining();

    assertThatIllegalStateException().isThrownBy(draining::toDisconnected);
    assertThat(draining.toClosed()).isEqualTo(new Closed());
  }
}
