package io.custard.cli.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/v1/query}: either a question or SQL. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueryRequest(
    String connectionId, @Nullable String question, @Nullable String sql, @Nullable String model) {

  public static QueryRequest question(String connectionId, String text) {
    return question(connectionId, text, null);
  }

  /**
   * A question for one model.
   *
   * @param model its name; null: the usual one
   */
  public static QueryRequest question(String connectionId, String text, @Nullable String model) {
    return new QueryRequest(connectionId, text, null, model);
  }

  public static QueryRequest sql(String connectionId, String text) {
    return new QueryRequest(connectionId, null, text, null);
  }
}
