package io.custard.agent.masking;

import io.custard.agent.policy.Masks;
import io.custard.protocol.TableDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables of the database that the agent may read, by their name; columns only of those that
 * some mask could be for. Filled once, by one thread.
 */
public final class KnownTables {
  private final Masks masks;
  private final Map<String, Map<String, Table>> byName = new HashMap<>();

  /**
   * One table.
   *
   * @param columns in their order, if some of them may be masked; otherwise none
   */
  record Table(String schema, String name, List<String> columns) {
    Table {
      columns = List.copyOf(columns);
    }

    /** Whether another one differs in case only. */
    private boolean isSame(String otherSchema, String otherName) {
      return schema.equalsIgnoreCase(otherSchema) && name.equalsIgnoreCase(otherName);
    }
  }

  KnownTables(Masks masks) {
    this.masks = masks;
  }

  /** What the columns were read for. */
  Masks masks() {
    return masks;
  }

  void add(TableDescription table) {
    boolean maskable = masks.maskTable(table.schema(), table.name());
    List<String> columns =
        maskable ? table.columns().stream().map(TableDescription.Column::name).toList() : List.of();
    byName
        .computeIfAbsent(folded(table.name()), first -> new HashMap<>())
        .put(table.schema() + "." + table.name(), new Table(table.schema(), table.name(), columns));
  }

  /** All tables of this name, in whatever schema and case. */
  List<Table> named(String name) {
    return List.copyOf(byName.getOrDefault(folded(name), Map.of()).values());
  }

  /** The one that the server means; without regard to case where there is only one. */
  Optional<Table> find(String schema, String name) {
    List<Table> alike = named(name).stream().filter(table -> table.isSame(schema, name)).toList();
    Stream<Table> exact =
        alike.stream().filter(t -> t.schema().equals(schema) && t.name().equals(name));
    return exact
        .findFirst()
        .or(() -> alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
