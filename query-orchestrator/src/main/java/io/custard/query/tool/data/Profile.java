package io.custard.query.tool.data;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Permission;
import io.custard.query.tool.call.About;
import io.custard.query.tool.call.OfConnection;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.catalog.FindTables;
import io.custard.query.tool.parameter.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Figures about the values of a column. */
@ApplicationScoped
class Profile implements Tool<Profile.Arguments> {
  private static final About<Arguments> ABOUT =
      new About<>(
          "profile",
          "Tells what a column holds: how many rows, nulls and distinct values, least and greatest,"
              + " and the most frequent values. Reads the whole table.",
          Parameters.of(Arguments.class),
          "count, nulls, distinct; min and max of numbers and dates; top: value and count of the"
              + " five most frequent",
          Permission.QUERY_ASK,
          "Show figures about a column and its most frequent values to a program");

  private final FindTables tables;
  private final ProfileColumn columns;

  Profile(FindTables tables, ProfileColumn columns) {
    this.tables = tables;
    this.columns = columns;
  }

  /** Of which column. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Arguments(
      @NotNull @JsonPropertyDescription("The database, by its id.") UUID connectionId,
      @Nullable
          @Size(min = 1, max = 200)
          @JsonPropertyDescription("The table's schema; needed where several have such a table.")
          String schema,
      @NotNull @Size(min = 1, max = 200) @JsonPropertyDescription("The table's name.") String table,
      @NotNull @Size(min = 1, max = 200) @JsonPropertyDescription("The column's name.")
          String column)
      implements OfConnection {}

  @Override
  public About<Arguments> about() {
    return ABOUT;
  }

  @Override
  public Uni<ProfileAnswer> run(ToolCall<Arguments> call) {
    Arguments wanted = call.arguments();
    return tables
        .of(call.connection())
        .map(known -> known.find(wanted.schema(), wanted.table()))
        .chain(table -> columns.profile(call, table, wanted.column()));
  }
}
