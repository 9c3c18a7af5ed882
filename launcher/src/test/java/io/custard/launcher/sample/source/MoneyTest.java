package io.custard.launcher.sample.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void writesTwoDecimals() {
    assertThat(new Money(120_005)).hasToString("1200.05");
    assertThat(new Money(90)).hasToString("0.90");
    assertThat(Money.ZERO).hasToString("0.00");
  }

  @Test
  void roundsHalfACentUp() {
    assertThat(new Money(50).percent(25)).isEqualTo(new Money(13));
    assertThat(new Money(49).percent(25)).isEqualTo(new Money(12));
  }

  @Test
  void putsPricesJustUnderARoundOne() {
    assertThat(new Money(12_340).asPriceTag()).isEqualTo(new Money(12_299));
    assertThat(new Money(730).asPriceTag()).isEqualTo(new Money(749));
    assertThat(new Money(3).asPriceTag()).isEqualTo(new Money(49));
  }
}
