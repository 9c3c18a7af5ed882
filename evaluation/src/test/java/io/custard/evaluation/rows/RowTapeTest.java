package io.custard.evaluation.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTapeTest {
  @Test
  void aRowIsWrittenSoThatTypesStayApart() {
    List<Object> row =
        Arrays.asList(1L, 1.0, "1", null, "a\"b\n", Double.NEGATIVE_INFINITY, Long.MIN_VALUE);

    assertThat(new String(RowText.of(row), UTF_8))
        .isEqualTo("[1,1.0,\"1\",null,\"a\\\"b\\n\",-1e999,-9223372036854775808]");
  }

  @Test
  void rowsInAnotherOrderAreTheSameBag() {
    RowTape.Rows one = tape(1L, 2L, 2L);
    RowTape.Rows other = tape(2L, 1L, 2L);

    assertThat(one.isSame(other, false)).isTrue();
    assertThat(one.isSame(other, true)).isFalse();
    assertThat(one.isSame(tape(1L, 2L, 2L), true)).isTrue();
  }

  @Test
  void otherRowsAreNot() {
    assertThat(tape(1L, 2L).isSame(tape(1L, 2.0), false)).isFalse();
    assertThat(tape(1L, 2L).isSame(tape(1L, 2L, 2L), false)).isFalse();
    assertThat(tape("1").isSame(tape(1L), false)).isFalse();
  }

  @Test
  void whatIsTooManyToKeepIsComparedAllTheSame() {
    RowTape one = new RowTape();
    RowTape other = new RowTape();
    for (long i = 0; i <= RowTape.KEPT; i++) {
      one.add(List.of(i));
      other.add(List.of(RowTape.KEPT - i));
    }

    RowTape.Rows rows = one.end();
    assertThat(rows.rows()).isEmpty();
    assertThat(rows.isSame(other.end(), false)).isTrue();
    assertThat(GoldMatch.is(rows, rows, false)).isFalse();
  }

  private static RowTape.Rows tape(Object... values) {
    RowTape tape = new RowTape();
    for (Object value : values) {
      tape.add(List.of(value));
    }
    return tape.end();
  }
}
