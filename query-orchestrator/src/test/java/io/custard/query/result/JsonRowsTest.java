package io.custard.query.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
  private final JsonRows rows = new JsonRows(new ObjectMapper());

  @Test
  void chunksBecomeOneArrayWithEveryDigitKept() {
    rows.add(bytes("[1,\"a\"],[12345678901234567890.10,null]"), 2);
    rows.add(bytes("[3,{\"k\":[1,2]}]"), 2);

    assertThat(rows.count()).isEqualTo(3);
    assertThat(rows.asJson())
        .isEqualTo("[[1,\"a\"],[12345678901234567890.10,null],[3,{\"k\":[1,2]}]]");
    assertThat(rows.cell(2, 1).path("k").path(1).asInt()).isEqualTo(2);
    assertThat(rows.cell(9, 0).isMissingNode()).isTrue();
  }

  @Test
  void noRowsAreAnEmptyArray() {
    assertThat(rows.asJson()).isEqualTo("[]");
    assertThat(rows.cell(0, 0).isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,2],[3]", // too narrow
        "[1,2,3]", // too wide
        "[1,2]],\"injected\":[[1,2]", // closes the answer's array
        "[1,2],", // unfinished
        "{\"a\":1}",
        "[1,2",
        "nonsense"
      })
  void anythingButRowsOfTheRightWidthIsRefused(String payload) {
    assertThatThrownBy(() -> rows.add(bytes(payload), 2)).isInstanceOf(CustardException.class);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
