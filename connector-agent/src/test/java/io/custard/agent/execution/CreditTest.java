package io.custard.agent.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.agent.AgentProtocol;
import org.junit.jupiter.api.Test;

class CreditTest {

  @Test
  void givesOnlyWhatIsThere() {
    Credit credit = new Credit(100);

    assertThat(credit.take(60)).isTrue();
    assertThat(credit.take(41)).isFalse();
    assertThat(credit.take(40)).isTrue();
    assertThat(credit.take(1)).isFalse();
  }

  @Test
  void moreComesOnTop() {
    Credit credit = new Credit(0);
    credit.add(10);
    credit.add(5);

    assertThat(credit.take(15)).isTrue();
  }

  @Test
  void neverExceedsTheProtocolsBoundNorOverflows() {
    Credit credit = new Credit(Long.MAX_VALUE);
    credit.add(Long.MAX_VALUE);
    credit.add(-5);

    assertThat(credit.take(AgentProtocol.MAX_OPEN_CREDIT + 1)).isFalse();
    assertThat(credit.take(AgentProtocol.MAX_OPEN_CREDIT)).isTrue();
    assertThat(credit.take(1)).isFalse();
  }
}
