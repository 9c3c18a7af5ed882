package io.custard.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.agent.AgentKey;
import org.junit.jupiter.api.Test;

class AgentKeyTest {
  @Test
  void aDrawnKeyIsReadBackAndMatchesItsHash() {
    AgentKey key = AgentKey.draw();

    AgentKey read = AgentKey.parse(key.reveal()).orElseThrow();

    assertThat(read.keyId()).isEqualTo(key.keyId());
    assertThat(read.matches(key.sha256())).isTrue();
    assertThat(read.matches(AgentKey.draw().sha256())).isFalse();
  }

  @Test
  void anythingElseIsNoKey() {
    assertThat(AgentKey.parse("")).isEmpty();
    assertThat(AgentKey.parse("custard_00112233445566aa_short")).isEmpty();
    assertThat(AgentKey.parse(AgentKey.draw().reveal() + "x")).isEmpty();
  }

  @Test
  void doesNotPrintItsSecret() {
    AgentKey key = AgentKey.draw();

    assertThat(key.toString()).doesNotContain(key.reveal().substring(25));
  }
}
