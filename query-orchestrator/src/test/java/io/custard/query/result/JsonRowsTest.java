package io.custard.query.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.query.result.Value.Figure;
import io.custard.query.result.Value.None;
import io.custard.query.result.Value.Text;
import io.custard.query.result.Value.Tree;
import io.custard.query.result.Value.Truth;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  }

  @Test
  void noRowsAreAnEmptyArray() {
    assertThat(rows.asJson()).isEqualTo("[]");
    assertThat(rows.first(10)).isEmpty();
    assertThat(rows.at(Set.of(0))).isEmpty();
  }

  @Test
  void valuesAreReadToTheLastDigitAndWithoutRoundingWhatTheyHold() {
    rows.add(bytes("[1,\"a\\u0000\"],[12345678901234567890.10,null]"), 2);
    rows.add(bytes("[true, {\"k\": [1.10, \"}\"]} ],[1e99999999999,[ ]]"), 2);

    assertThat(rows.first(10))
        .containsExactly(
            List.of(new Figure(BigDecimal.ONE), new Text("a\0")),
            List.of(new Figure(new BigDecimal("12345678901234567890.10")), new None()),
            List.of(new Truth(true), new Tree("{\"k\": [1.10, \"}\"]}")),
            List.of(new Text("1e99999999999"), new Tree("[ ]")));
    assertThat(rows.first(1)).hasSize(1);
  }

  @Test
  void rowsAreFoundByTheirNumberAndAreTheSameInALongText() {
    rows.add(bytes("[1,[2]]" + ",[3,[4]]".repeat(9_999)), 2);

    assertThat(rows.at(Set.of(0, 9_999, 10_000, -1)))
        .isEqualTo(
            Map.of(
                0, List.of(new Figure(BigDecimal.ONE), new Tree("[2]")),
                9_999, List.of(new Figure(new BigDecimal(3)), new Tree("[4]"))));
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
