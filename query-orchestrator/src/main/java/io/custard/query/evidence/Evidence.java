package io.custard.query.evidence;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.example.Example;
import java.util.List;
import java.util.UUID;

/**
 * What an answer rests on.
 *
 * @param tables its statement reads, as the statement names them
 * @param columns its statement reads: {@code table.column}, {@code table.*} for all
 * @param examples verified questions that its model was shown
 * @param schemaOnly whether nothing but the schema told how the question is meant
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Evidence(
    List<String> tables, List<String> columns, List<Used> examples, boolean schemaOnly) {
  public Evidence {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    examples = List.copyOf(examples);
  }

  /** Of a question that was put into SQL with these examples. */
  public static Evidence ofQuestion(
      List<String> tables, List<String> columns, List<Example> examples) {
    List<Used> used =
        examples.stream().map(example -> new Used(example.id(), example.question())).toList();
    return new Evidence(tables, columns, used, used.isEmpty());
  }

  /** Of somebody's own SQL. */
  public static Evidence ofSql(List<String> tables, List<String> columns) {
    return new Evidence(tables, columns, List.of(), false);
  }

  /** An example that was used. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Used(UUID id, String question) {}
}
