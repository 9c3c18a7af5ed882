package io.custard.query.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.query.budget.usage.Tokens;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void twoAndAHalfCharactersAreATokenAndBeyondAsciiEachIs() {
    assertThat(Estimate.tokens("")).isZero();
    assertThat(Estimate.tokens("a")).isEqualTo(1);
    assertThat(Estimate.tokens("select")).isEqualTo(3);
    assertThat(Estimate.tokens("値段")).isEqualTo(2);
  }

  @Test
  void whereAnEndpointDoesNotCountTheMostIsTaken() {
    Tokens most = new Tokens(500, 1_000);

    assertThat(Estimate.used(new Said("select", 0, 0, 1), most)).isEqualTo(new Tokens(500, 3));
    assertThat(Estimate.used(new Said("select", 7, 2, 1), most)).isEqualTo(new Tokens(7, 2));
  }
}
