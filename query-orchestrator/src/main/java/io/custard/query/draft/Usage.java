package io.custard.query.draft;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.model.Said;

/** What a question took of a model; tokens as its endpoint counts them. */
@JsonNaming(SnakeCaseStrategy.class)
public record Usage(int calls, long promptTokens, long answerTokens, long millis) {
  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage plus(Said said) {
    return new Usage(
        calls + 1,
        promptTokens + said.asked(),
        answerTokens + said.answered(),
        millis + said.millis());
  }
}
