package io.custard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /api/v1/query} answers, as far as it is shown. Cells keep the exact JSON they
 * arrived as.
 *
 * @param truncated null when all rows are there
 */
public record QueryAnswer(
    @Nullable String question,
    @Nullable String sql,
    List<Column> columns,
    List<List<JsonNode>> rows,
    @Nullable Truncation truncated,
    @Nullable String answer,
    List<String> warnings) {

  public QueryAnswer {
    columns = columns == null ? List.of() : List.copyOf(columns);
    rows = rows == null ? List.of() : List.copyOf(rows);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }

  /** A column of the result with the type the database gave it. */
  public record Column(String name, String type) {}

  /** Why rows are missing, and the limit that was met. */
  public record Truncation(String reason, long limit) {}
}
