package io.custard.query.tool.catalog;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.ConnectionLevel;
import io.custard.access.Permission;
import io.custard.protocol.ConnectionId;
import io.custard.query.connection.UsableConnections;
import io.custard.query.connection.UsableConnections.Usable;
import io.custard.query.tool.call.About;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.parameter.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which databases the caller may ask. */
@ApplicationScoped
class ListConnections implements Tool<ListConnections.Arguments> {
  private static final About<Arguments> ABOUT =
      new About<>(
          "list_connections",
          "Lists the databases you may ask, with the id that the other tools take.",
          Parameters.of(Arguments.class),
          "items: id, name, dialect and level (ask, sql or manage) of each; more: whether there are"
              + " others",
          Permission.QUERY_ASK,
          "");

  private final UsableConnections connections;

  ListConnections(UsableConnections connections) {
    this.connections = connections;
  }

  /** Which ones. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Arguments(
      @Nullable @Size(min = 1, max = 200) @JsonPropertyDescription("Part of a name; absent: all.")
          String search,
      @Nullable @Min(1) @Max(500) @JsonPropertyDescription("How many at most; 100 when absent.")
          Integer limit) {}

  /** A connection, as far as it is the caller's business. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Item(ConnectionId id, String name, String dialect, ConnectionLevel level) {}

  @Override
  public About<Arguments> about() {
    return ABOUT;
  }

  @Override
  public Uni<Listed<Item>> run(ToolCall<Arguments> call) {
    return connections.of(call.caller()).map(found -> listed(found, call.arguments()));
  }

  private static Listed<Item> listed(List<Usable> found, Arguments wanted) {
    return Listed.of(
        found.stream()
            .filter(each -> Listed.matches(wanted.search(), Stream.of(each.connection().name())))
            .map(each ->
                new Item(
                    each.connection().id(),
                    each.connection().name(),
                    each.connection().dialect(),
                    each.level())),
        wanted.limit() == null ? 100 : wanted.limit());
  }
}
