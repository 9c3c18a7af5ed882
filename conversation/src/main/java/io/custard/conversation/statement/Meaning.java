package io.custard.conversation.statement;

import io.custard.check.block.Joins;
import io.custard.check.block.Slot;
import io.custard.check.schema.Catalog;
import io.custard.conversation.QuestionState;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a statement means in a form that is equal if the same is meant. It tells more apart than
 * {@link QuestionState} does: what that calls a calculation or a condition is compared as written.
 */
public sealed interface Meaning {
  /** The meaning of a statement of the simple form. */
  record Read(
      Set<Object> outputs,
      Set<Expr> groups,
      Set<Object> conditions,
      Set<Object> rest,
      List<Object> order)
      implements Meaning {}

  /** A statement as it is written. */
  record Written(String sql) implements Meaning {}

  /** The meaning of a statement; empty if it is nothing the guard accepts. Never throws. */
  static Optional<Meaning> of(String sql, Dialect dialect, List<TableDescription> tables) {
    try {
      Catalog catalog = new Catalog(dialect, tables);
      Optional<SqlStatement> statement =
          SqlStatement.read(sql, catalog).filter(SqlStatement::isPlain);
      return statement.isPresent()
          ? statement.map(Meaning::read)
          : Shapes.accepted(sql, catalog)
              .map(accepted -> new Written(accepted.sql().toLowerCase(Locale.ROOT)));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return Optional.empty();
    }
  }

  private static Set<Object> joins(Joins joins) {
    Set<Object> all = new HashSet<>();
    joins.sources().forEach(source -> all.add(source.shown()));
    joins.outer().forEach(id -> all.add("outer " + joins.source(id).shown()));
    joins
        .equalities()
        .forEach(equal ->
            all.add(Set.copyOf(List.of(side(joins, equal.left()), side(joins, equal.right())))));
    return all;
  }

  private static String side(Joins joins, Slot slot) {
    return joins.source(slot.source()).shown() + "." + slot.field();
  }

  private static Read read(SqlStatement statement) {
    Parts parts = new Parts(statement);
    QuestionState state = StateReader.of(statement);
    Set<Object> conditions = new HashSet<>(state.filters());
    Optional.ofNullable(state.period()).ifPresent(conditions::add);
    parts.conditions().stream()
        .map(Condition::meaning)
        .filter(meaning -> meaning instanceof Condition.Meaning.Unread unread && !unread.isJoin())
        .forEach(conditions::add);
    Set<Object> rest = new HashSet<>(joins(statement.block().joins()));
    rest.add(statement.isDistinct());
    parts.having().forEach(span -> rest.add(parts.form(span)));
    boolean cut = state.limit() != null;
    return new Read(
        parts.outputs().stream().map(Output::meaning).collect(Collectors.toSet()),
        Set.copyOf(parts.groups()),
        conditions,
        rest,
        // Where all rows are shown it does not matter in which order.
        cut
            ? List.of(
                state.limit(),
                parts.sorts().stream().map(s -> s.meaning().toString() + s.descending()).toList())
            : List.of());
  }
}
