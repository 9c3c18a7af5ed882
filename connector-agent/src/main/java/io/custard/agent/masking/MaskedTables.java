package io.custard.agent.masking;

import io.custard.agent.masking.KnownTables.Table;
import io.custard.agent.policy.AgentPolicy;
import io.custard.agent.policy.NamePattern;
import io.custard.guard.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the table that a statement's name means. Where masks are in force every name must lead to a
 * table the agent knows: a partition, for one, is read by its own name past its table's masks.
 */
final class MaskedTables {
  private static final Set<String> SYSTEM_SCHEMAS = Set.of("pg_catalog", "information_schema");
  private static final List<String> SYSTEM_NAMES = List.of("pg_", "sqlite_", "duckdb_");

  private final AgentPolicy policy;
  private final KnownTables known;

  MaskedTables(AgentPolicy policy, KnownTables known) {
    this.policy = policy;
    this.known = known;
  }

  /** The table, if some of its columns are masked; throws where that is not certain. */
  Optional<Table> masked(List<String> name) {
    Optional<Table> table = name.size() == 1 ? unqualified(name) : qualified(name);
    return table.filter(this::isMasked);
  }

  private Optional<Table> qualified(List<String> name) {
    String schema = name.get(name.size() - 2);
    Optional<Table> table = known.find(schema, name.getLast());
    if (table.isEmpty() && !isSystem(schema, name.getLast())) {
      throw unknown(name);
    }
    return table;
  }

  /**
   * The server may look in other schemas than the policy's; a masked table is then named in full.
   */
  private Optional<Table> unqualified(List<String> name) {
    List<Table> all = known.named(name.getLast());
    if (all.isEmpty() && !isSystem("", name.getLast())) {
      throw unknown(name);
    }
    if (all.stream().noneMatch(this::isMasked)) {
      return Optional.empty();
    }
    if (all.size() == 1) {
      return Optional.of(all.getFirst());
    }
    return known
        .find(policy.defaultSchema(), name.getLast())
        .filter(this::isMasked)
        .or(() -> {
          throw MaskRefusals.ambiguous(name.getLast());
        });
  }

  /** Whether every name leads somewhere, and every column of a masked table is known. */
  boolean knows(Verdict.Accepted statement) {
    return statement.relations().stream().allMatch(relation -> knows(relation.name()))
        && statement.columns().stream().map(NamePattern::split).allMatch(this::knowsColumn);
  }

  private boolean knows(List<String> name) {
    String schema = name.size() == 1 ? "" : name.get(name.size() - 2);
    return isSystem(schema, name.getLast())
        || (name.size() == 1
            ? !known.named(name.getLast()).isEmpty()
            : known.find(schema, name.getLast()).isPresent());
  }

  private boolean knowsColumn(List<String> column) {
    String name = column.getLast();
    return column.size() == 1
        || name.equals("*")
        || known.named(column.get(column.size() - 2)).stream()
            .filter(this::isMasked)
            .allMatch(table -> table.columns().stream().anyMatch(name::equalsIgnoreCase));
  }

  private static RuntimeException unknown(List<String> name) {
    return MaskRefusals.unknown(String.join(".", name));
  }

  private boolean isMasked(Table table) {
    return policy.masks().maskTable(table.schema(), table.name());
  }

  private static boolean isSystem(String schema, String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT))
        || SYSTEM_NAMES.stream().anyMatch(folded::startsWith);
  }
}
