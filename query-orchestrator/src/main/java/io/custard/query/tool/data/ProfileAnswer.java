package io.custard.query.tool.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.ColumnType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds.
 *
 * @param count rows of the table
 * @param distinct different values; absent where the type's values cannot be compared
 * @param min the least value of numbers and dates, in JSON
 * @param top the most frequent values, those most often first
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileAnswer(
    String schema,
    String table,
    String column,
    ColumnType type,
    long count,
    long nulls,
    @Nullable Long distinct,
    @Nullable @JsonRawValue String min,
    @Nullable @JsonRawValue String max,
    List<Frequent> top) {

  /** One value, in JSON, and how many rows have it. */
  @RegisterForReflection
  record Frequent(@JsonRawValue String value, long count) {}

  /** Leaves the values out. */
  @Override
  public String toString() {
    return "ProfileAnswer[" + count + " rows]";
  }
}
