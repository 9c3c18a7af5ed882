package io.custard.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  @Test
  void eachValueSaysNothingOfTheOthers() {
    Handshake one = Handshake.draw();

    assertThat(
            Set.of(
                one.secret(),
                one.state(),
                one.nonce(),
                one.verifier(),
                one.sha256(),
                one.challenge()))
        .hasSize(6);
    assertThat(one).hasToString("Handshake[…]");
  }

  @Test
  void theVerifierAndItsChallengeHaveTheLengthsOfTheStandard() {
    Handshake one = Handshake.draw();

    assertThat(one.verifier()).matches("[0-9a-f]{64}");
    assertThat(one.challenge()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void onlyItsOwnStateIsRight() {
    Handshake one = Handshake.draw();

    assertThat(one.isState(one.state())).isTrue();
    assertThat(one.isState(Handshake.draw().state())).isFalse();
    assertThat(one.isState(null)).isFalse();
  }
}
