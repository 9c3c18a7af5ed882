package io.custard.conversation.edit;

import io.custard.check.schema.KnownTable;
import io.custard.conversation.statement.SqlStatement;
import io.custard.protocol.TableDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes columns and joins of a draft. */
final class Joining {
  private final SqlStatement statement;
  private final Draft draft;
  private final Quoting quoting;
  private final boolean schemas;
  private final Map<String, String> aliases = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  Joining(SqlStatement statement, Draft draft, boolean schemas) {
    this.statement = statement;
    this.draft = draft;
    this.quoting = new Quoting(statement.dialect());
    this.schemas = schemas;
    statement
        .sources()
        .forEach(source -> {
          KnownTable table = source.table();
          if (table != null) {
            aliases.put(table.description().name(), source.alias());
          }
          used.add(source.name().toLowerCase(Locale.ROOT));
        });
  }

  /** A column as the draft writes it. */
  String column(String table, String column) {
    boolean bare = !draft.qualified && statement.sources().size() == 1;
    String name = quoting.name(column);
    return bare ? name : aliases.getOrDefault(table, quoting.name(table)) + "." + name;
  }

  /** Joins the tables of a path; tells whether some rows may have no partner there. */
  boolean join(Path path) {
    boolean outer =
        statement.sources().stream()
            .filter(source -> path.steps().getFirst().from().equals(source.table()))
            .anyMatch(source -> statement.block().joins().outer().contains(source.id()));
    for (Path.Step step : path.steps()) {
      outer |= step.mayMiss();
      TableDescription to = step.to().description();
      String alias = alias(to.name());
      List<String> equal = new ArrayList<>();
      for (int i = 0; i < step.key().columns().size(); i++) {
        String one = field(step.to(), step.key().targetColumns().get(i));
        String many = field(step.from(), step.key().columns().get(i));
        equal.add(column(to.name(), one) + " = " + column(step.from().description().name(), many));
      }
      String join = outer ? "LEFT JOIN " : "JOIN ";
      String named = table(to) + (alias.equals(quoting.name(to.name())) ? "" : " AS " + alias);
      draft.relations.add(
          new Draft.Joined(
              join + named + " ON " + String.join(" AND ", equal), to.name(), false, Set.of()));
    }
    return outer;
  }

  private static String field(KnownTable table, String key) {
    return table
        .shape()
        .field(key)
        .map(field -> field.column() == null ? key : field.column().name())
        .orElse(key);
  }

  private String alias(String table) {
    String alias = table;
    for (int i = 2; used.contains(alias.toLowerCase(Locale.ROOT)); i++) {
      alias = table + "_" + i;
    }
    used.add(alias.toLowerCase(Locale.ROOT));
    String written = quoting.name(alias);
    aliases.put(table, written);
    return written;
  }

  private String table(TableDescription table) {
    boolean elsewhere =
        statement.sources().stream()
            .map(source -> source.table())
            .noneMatch(t -> t != null && t.description().schema().equals(table.schema()));
    String name = quoting.name(table.name());
    return schemas || elsewhere ? quoting.name(table.schema()) + "." + name : name;
  }
}
