package io.custard.conversation.edit;

import io.custard.conversation.state.ColumnName;
import io.custard.conversation.statement.Condition;
import io.custard.conversation.statement.Expr;
import io.custard.conversation.statement.Parts;
import io.custard.conversation.statement.Relation;
import io.custard.conversation.statement.Span;
import io.custard.conversation.statement.SqlStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement while it is changed: its clauses as lists of texts. Used by one thread. */
final class Draft {
  /** An item of SELECT. */
  record Shown(Piece piece, String alias) {
    /** How ORDER BY names it. */
    String reference() {
      return alias.isEmpty() ? piece.text() : alias;
    }
  }

  /** A condition that must hold; of WHERE if it was read. */
  record Held(String text, @Nullable Condition condition, Set<ColumnName> columns) {}

  /** An item of ORDER BY; what it is about decides whether it can stay. */
  record Sorted(String text, Expr meaning, String tail, Set<ColumnName> columns) {}

  /** A relation of FROM. */
  record Joined(String text, String table, boolean removable, Set<String> joinedWith) {}

  final boolean qualified;
  boolean distinct;
  final List<Shown> outputs = new ArrayList<>();
  final List<Joined> relations = new ArrayList<>();
  final List<Held> conditions = new ArrayList<>();
  final List<Piece> groups = new ArrayList<>();
  final List<Held> having = new ArrayList<>();
  final List<Sorted> orders = new ArrayList<>();
  @Nullable Integer limit;
  private final Parts parts;
  private final Set<String> superfluous;

  /**
   * The statement as it is.
   *
   * @param qualified whether every column gets its table
   */
  Draft(SqlStatement statement, boolean qualified) {
    this.qualified = qualified;
    this.parts = new Parts(statement);
    this.distinct = statement.isDistinct();
    parts
        .outputs()
        .forEach(o -> outputs.add(new Shown(piece(o.expression(), o.meaning()), o.alias())));
    for (Relation r : parts.relations()) {
      relations.add(new Joined(text(r.span()), r.table(), r.removable(), r.joinedWith()));
    }
    parts.conditions().forEach(c -> conditions.add(held(c.span(), c)));
    List<Expr> meanings = parts.groups();
    List<Span> spans = parts.groupSpans();
    for (int i = 0; i < spans.size(); i++) {
      groups.add(piece(spans.get(i), meanings.get(i)));
    }
    parts.having().forEach(span -> having.add(held(span, null)));
    readOrders();
    limit = parts.limit().isPresent() ? parts.limit().getAsInt() : null;
    superfluous = unnamed();
  }

  private void readOrders() {
    parts
        .sorts()
        .forEach(sort -> {
          // A number would name another item once one is added.
          String text =
              sort.output() >= 0 ? outputs.get(sort.output()).reference() : text(sort.expression());
          orders.add(
              new Sorted(text, sort.meaning(), sort.tail(), parts.columnsIn(sort.expression())));
        });
  }

  private Held held(Span span, @Nullable Condition condition) {
    return new Held(text(span), condition, parts.columnsIn(span));
  }

  private Piece piece(Span span, Expr meaning) {
    return new Piece(text(span), meaning, parts.columnsIn(span));
  }

  private String text(Span span) {
    return parts.text(span, qualified);
  }

  /** Whether an item of SELECT is what the rows are grouped by. */
  boolean isGroup(Shown shown) {
    return groups.stream().anyMatch(group -> group.meaning().equals(shown.piece().meaning()));
  }

  /** Removes the relations that only what was removed had named. */
  void dropUnnamed() {
    boolean dropped = true;
    while (dropped) {
      Set<String> unnamed = unnamed();
      unnamed.removeAll(superfluous);
      dropped = relations.removeIf(relation -> unnamed.contains(relation.table()));
    }
  }

  // Relations that nothing names and that change no rows.
  private Set<String> unnamed() {
    Set<String> named = new HashSet<>();
    outputs.forEach(shown -> add(shown.piece().columns(), named));
    conditions.forEach(held -> add(held.columns(), named));
    groups.forEach(group -> add(group.columns(), named));
    having.forEach(held -> add(held.columns(), named));
    orders.forEach(sorted -> add(sorted.columns(), named));
    relations.forEach(relation -> named.addAll(relation.joinedWith()));
    // A star shows the columns of every relation.
    boolean all = outputs.stream().anyMatch(shown -> shown.piece().text().endsWith("*"));
    Set<String> unnamed = new HashSet<>();
    relations.stream()
        .filter(relation -> relation.removable() && !all && !named.contains(relation.table()))
        .forEach(relation -> unnamed.add(relation.table()));
    return unnamed;
  }

  private static void add(Set<ColumnName> columns, Set<String> named) {
    columns.forEach(column -> named.add(column.table()));
  }

  /** The statement. */
  String render() {
    StringBuilder sql = new StringBuilder(distinct ? "SELECT DISTINCT " : "SELECT ");
    sql.append(
        String.join(
            ", ",
            outputs.stream()
                .map(o -> o.piece().text() + (o.alias().isEmpty() ? "" : " AS " + o.alias()))
                .toList()));
    sql.append(" FROM ").append(String.join(" ", relations.stream().map(Joined::text).toList()));
    clause(sql, " WHERE ", " AND ", texts(conditions));
    clause(sql, " GROUP BY ", ", ", groups.stream().map(Piece::text).toList());
    clause(sql, " HAVING ", " AND ", texts(having));
    clause(
        sql,
        " ORDER BY ",
        ", ",
        orders.stream().map(o -> o.text() + (o.tail().isEmpty() ? "" : " " + o.tail())).toList());
    return limit == null ? sql.toString() : sql.append(" LIMIT ").append(limit).toString();
  }

  private static void clause(StringBuilder sql, String head, String between, List<String> items) {
    if (!items.isEmpty()) {
      sql.append(head).append(String.join(between, items));
    }
  }

  private static List<String> texts(List<Held> conditions) {
    return conditions.stream()
        .map(held -> {
          Condition condition = held.condition();
          boolean alternatives = condition == null || condition.disjunction();
          return alternatives && conditions.size() > 1 ? "(" + held.text() + ")" : held.text();
        })
        .toList();
  }
}
