package io.custard.query.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPlaceTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "6, 1, 7",
    "7, 2, 1",
    "10, 2, 4",
    "11, 3, 1",
    "99, 3, 2",
    "-1, 1, 1",
  })
  void linesAndColumnsBeginAtOne(int position, int line, int column) {
    String text = "select\n  a\nb";

    assertThat(TextPlace.of(text, position)).isEqualTo(new TextPlace(line, column));
  }
}
