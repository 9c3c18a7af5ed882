package io.custard.query.tool.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Permission;
import io.custard.protocol.TableDescription;
import io.custard.query.tool.call.About;
import io.custard.query.tool.call.OfConnection;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.parameter.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which tables a database has. */
@ApplicationScoped
class ListTables implements Tool<ListTables.Arguments> {
  private static final About<Arguments> ABOUT =
      new About<>(
          "list_tables",
          "Lists tables and views of a database, by the schema that was discovered last.",
          Parameters.of(Arguments.class),
          "items: schema, name, kind (table or view), comment, row_estimate (absent: unknown) and"
              + " number of columns of each; more: whether there are others",
          Permission.QUERY_ASK,
          "");

  private final FindTables tables;

  ListTables(FindTables tables) {
    this.tables = tables;
  }

  /** Which ones. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Arguments(
      @NotNull @JsonPropertyDescription("The database, by its id.") UUID connectionId,
      @Nullable
          @Size(min = 1, max = 200)
          @JsonPropertyDescription("Part of a name or comment; absent: all.")
          String search,
      @Nullable @Min(1) @Max(1_000) @JsonPropertyDescription("How many at most; 200 when absent.")
          Integer limit)
      implements OfConnection {}

  /** One table. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String schema,
      String name,
      String kind,
      @Nullable String comment,
      @Nullable Long rowEstimate,
      int columns) {
    static Item of(TableDescription table) {
      return new Item(
          table.schema(),
          table.name(),
          table.kind(),
          table.comment(),
          table.rowEstimate() < 0 ? null : table.rowEstimate(),
          table.columns().size());
    }
  }

  @Override
  public About<Arguments> about() {
    return ABOUT;
  }

  @Override
  public Uni<Listed<Item>> run(ToolCall<Arguments> call) {
    return tables.of(call.connection()).map(known -> listed(known, call.arguments()));
  }

  private static Listed<Item> listed(KnownTables known, Arguments wanted) {
    return Listed.of(
        known.all().stream()
            .filter(table ->
                Listed.matches(
                    wanted.search(),
                    Stream.of(table.schema() + "." + table.name(), table.comment())))
            .map(Item::of),
        wanted.limit() == null ? 200 : wanted.limit());
  }
}
