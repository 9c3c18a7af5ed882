package io.custard.query.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.query.model.ModelFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDraftTest {
  private static final String SQL = "{\"outcome\":\"sql\",\"sql\":\"select 1\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        SQL,
        "```json\n" + SQL + "\n```",
        "Here it is: " + SQL + " Ask me more!",
        "<think>{maybe}</think>" + SQL,
      })
  void theObjectIsFoundInWhateverIsAroundIt(String said) {
    assertThat(read(said)).isEqualTo(new ModelDraft.Sql("select 1", "", ""));
  }

  @Test
  void anAnswerWithoutSqlIsAskingBackOrGivingUp() {
    assertThat(read("{\"outcome\":\"unclear\",\"reason\":\"Which?\"}"))
        .isEqualTo(new ModelDraft.Unclear("Which?"));
    assertThat(read("{\"outcome\":\"impossible\",\"reason\":\"No.\"}"))
        .isEqualTo(new ModelDraft.Impossible("No."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "{}",
        "}{",
        "{\"outcome\":\"sql\"}",
        "{\"outcome\":\"sql\",\"sql\":\"\"}",
        "{\"outcome\":\"sql\",\"sql\":",
        "[\"outcome\"]",
        "{\"outcome\":\"other\"}",
      })
  void whatIsNoAnswerIsAFailureOfTheModel(String said) {
    assertThatThrownBy(() -> read(said)).isInstanceOf(ModelFailure.class);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "Orders by customer., Top 5 customers?, Orders by customer.",
        "The 5 best customers., Top 5 customers?, The 5 best customers.",
        "There are 42 orders., How many orders?, none",
        "There are ４２ orders., How many orders?, none",
        "'', How many orders?, none",
      })
  void aReadingHasNoFigureThatTheQuestionHasNot(String text, String question, String shown) {
    assertThat(ModelText.reading(text, question)).isEqualTo(shown);
  }

  private static ModelDraft read(String said) {
    return ModelDraft.read(new ObjectMapper(), said);
  }
}
