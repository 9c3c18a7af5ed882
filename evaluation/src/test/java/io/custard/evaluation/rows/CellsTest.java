package io.custard.evaluation.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void aWholeNumberIsTheSameHoweverItIsKept() {
    assertThat(Cells.of(1.0)).isEqualTo(1L).isEqualTo(Cells.of(1L)).isEqualTo(Cells.of(" 1.0 "));
    assertThat(Cells.of("007")).isEqualTo(7L);
    assertThat(Cells.of(-0.0)).isEqualTo(0L);
  }

  @Test
  void fractionsAreTakenToSixDigits() {
    assertThat(Cells.of(3.14159265)).isEqualTo(Cells.of("3.14159")).isEqualTo(Cells.of(3.141594));
    assertThat(Cells.of(3.14159)).isNotEqualTo(Cells.of(3.1416));
    assertThat(Cells.of(1e20)).isEqualTo(Cells.of("1e20")).isNotEqualTo(Cells.of("1e21"));
    assertThat(Cells.of(Double.POSITIVE_INFINITY)).isNotEqualTo(Cells.of("Infinity"));
  }

  @Test
  void whatIsNoNumberStays() {
    assertThat(Cells.of("1 2")).isEqualTo("1 2");
    assertThat(Cells.of("")).isEqualTo("");
    assertThat(Cells.of(null)).isNull();
  }
}
