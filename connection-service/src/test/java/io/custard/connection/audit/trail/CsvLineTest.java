package io.custard.connection.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {
  @Test
  void whatASpreadsheetWouldRunBecomesText() {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1")) {
      assertThat(CsvLine.of(List.of(formula))).isEqualTo("'" + formula + "\r\n");
    }
    assertThat(CsvLine.of(List.of("\r=1", "=\"a\",b")))
        .isEqualTo("\"'\r=1\",\"'=\"\"a\"\",b\"\r\n");
  }

  @Test
  void cellsKeepTheirBounds() {
    assertThat(CsvLine.of(Arrays.asList("a", null, "b,c", "d\"e", "f\ng", "")))
        .isEqualTo("a,,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
  }
}
