package io.custard.evaluation.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldMatchTest {
  @Test
  void theOrderOfColumnsDoesNotMatter() {
    assertThat(
            GoldMatch.is(rows(row("a", 1L), row("b", 2L)), rows(row(2L, "b"), row(1L, "a")), false))
        .isTrue();
  }

  @Test
  void valuesMustStandInTheSameRow() {
    assertThat(
            GoldMatch.is(rows(row("a", 1L), row("b", 2L)), rows(row("a", 2L), row("b", 1L)), false))
        .isFalse();
  }

  @Test
  void theOrderOfRowsMattersWhereTheQuestionSaysSo() {
    RowTape.Rows gold = rows(row(1L), row(2L));
    RowTape.Rows turned = rows(row(2L), row(1L));

    assertThat(GoldMatch.is(gold, turned, false)).isTrue();
    assertThat(GoldMatch.is(gold, turned, true)).isFalse();
  }

  @Test
  void aRowThatComesTwiceMustComeTwice() {
    assertThat(
            GoldMatch.is(rows(row(1L), row(1L), row(2L)), rows(row(1L), row(2L), row(2L)), false))
        .isFalse();
  }

  @Test
  void noRowsAreNoRowsWhateverTheColumns() {
    assertThat(GoldMatch.is(rows(), rows(), true)).isTrue();
    assertThat(GoldMatch.is(rows(), rows(row((Object) null)), true)).isFalse();
  }

  @Test
  void aColumnTooManyIsWrong() {
    assertThat(GoldMatch.is(rows(row(1L)), rows(row(1L, 2L)), false)).isFalse();
  }

  @Test
  void columnsThatLookAlikeAreTriedInEveryOrder() {
    RowTape.Rows gold = rows(row(1L, 1L, 2L), row(2L, 2L, 1L), row(1L, 2L, 2L), row(2L, 1L, 1L));
    RowTape.Rows given = rows(row(2L, 1L, 1L), row(1L, 2L, 2L), row(2L, 2L, 1L), row(1L, 1L, 2L));

    assertThat(GoldMatch.is(gold, given, false)).isTrue();
  }

  private static List<Object> row(Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }

  @SafeVarargs
  private static RowTape.Rows rows(List<Object>... rows) {
    RowTape tape = new RowTape();
    for (List<Object> row : rows) {
      tape.add(row);
    }
    return tape.end();
  }
}
