package io.custard.agent.masking;

import io.custard.agent.masking.KnownTables.Table;
import io.custard.agent.policy.AgentPolicy;
import io.custard.agent.policy.Mask;
import io.custard.guard.Relation;
import io.custard.guard.Relation.Place;
import io.custard.guard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts masking queries where a statement names tables with masked columns. */
final class MaskWriter {
  private static final String ALIAS = "custard_";

  private final AgentPolicy policy;
  private final MaskDialect dialect;
  private final MaskedTables tables;

  MaskWriter(AgentPolicy policy, MaskDialect dialect, KnownTables known) {
    this.policy = policy;
    this.dialect = dialect;
    this.tables = new MaskedTables(policy, known);
  }

  /**
   * What a statement became.
   *
   * @param places one for each relation of the statement, in its order
   */
  record Written(String sql, List<Named> places) {
    Written {
      places = List.copyOf(places);
    }

    boolean isMasked() {
      return places.stream().anyMatch(place -> place.table().isPresent());
    }
  }

  /**
   * A relation as it must be found in the new text.
   *
   * @param table that is read in the masking query, if it is masked
   */
  record Named(Relation relation, Optional<Table> table, String alias) {}

  /** Throws a coded refusal for what cannot be masked. */
  Written write(Verdict.Accepted statement) {
    StringBuilder text = new StringBuilder();
    List<Named> places = new ArrayList<>();
    int copied = 0;
    for (Relation relation : statement.relations()) {
      Optional<Table> masked = tables.masked(relation.name());
      String alias = masked.isPresent() ? ALIAS + (places.size() + 1) : relation.alias().text();
      places.add(new Named(relation, masked, alias));
      if (masked.isPresent()) {
        checkPlace(relation, statement);
        text.append(statement.sql(), copied, relation.start());
        text.append(query(masked.get(), alias));
        text.append(relation.alias().written() ? "" : " AS " + relation.alias().text());
        copied = relation.end();
      }
    }
    return new Written(text.append(statement.sql().substring(copied)).toString(), places);
  }

  private static void checkPlace(Relation relation, Verdict.Accepted statement) {
    if (relation.place() != Place.FREE) {
      throw MaskRefusals.place(relation);
    }
    if (statement.functions().contains("current_query")) {
      throw MaskRefusals.tellsStatement();
    }
  }

  private String query(Table table, String alias) {
    List<String> shown =
        table.columns().stream()
            .filter(column -> !policy.denies(table.schema(), table.name(), column))
            .toList();
    policy
        .masks()
        .missing(table.schema(), table.name(), table.columns())
        .ifPresent(column -> {
          throw MaskRefusals.missing(table, column);
        });
    if (shown.isEmpty()) {
      throw MaskRefusals.noColumns(table);
    }
    return shown.stream()
        .map(column -> column(table, column, alias + "." + dialect.quoted(column)))
        .collect(
            Collectors.joining(
                ", ",
                "(SELECT ",
                " FROM %s.%s AS %s)"
                    .formatted(
                        dialect.quoted(table.schema()), dialect.quoted(table.name()), alias)));
  }

  private String column(Table table, String column, String written) {
    Optional<Mask> mask = policy.masks().of(table.schema(), table.name(), column);
    return mask.map(m -> dialect.masked(m, written, policy.masks().key())).orElse(written)
        + " AS "
        + dialect.quoted(column);
  }
}
