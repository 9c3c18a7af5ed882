package io.custard.conversation.edit;

import io.custard.check.schema.Field;
import io.custard.check.schema.KnownTable;
import io.custard.conversation.QuestionState;
import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Grain;
import io.custard.conversation.state.Metric;
import io.custard.conversation.statement.Expr;
import io.custard.conversation.statement.GrainForms;
import io.custard.conversation.statement.Parts;
import io.custard.conversation.statement.SqlStatement;
import io.custard.conversation.statement.StateReader;
import io.custard.protocol.TableDescription.Column;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A statement, what it asks for, and the draft of the next one. Used by one thread. */
final class Workbench {
  private final SqlStatement statement;
  private final QuestionState state;
  private final boolean schemas;
  private final boolean commas;
  private Draft draft;
  private Joining joining;
  private String joinedOuter = "";

  Workbench(SqlStatement statement) {
    this.statement = statement;
    this.state = StateReader.of(statement);
    Parts parts = new Parts(statement);
    this.schemas = parts.hasSchemas();
    this.commas = parts.hasCommas();
    this.draft = new Draft(statement, false);
    this.joining = new Joining(statement, draft, schemas);
  }

  SqlStatement statement() {
    return statement;
  }

  QuestionState state() {
    return state;
  }

  Draft draft() {
    return draft;
  }

  /** Makes the table of a column one the draft reads; must come first. */
  void reach(ColumnName column, List<String> via, Function<List<String>, Change> again)
      throws Stopped {
    described(column);
    Reach reach = new Reach(statement);
    if (reach.isPresent(column.table())) {
      return;
    }
    List<Path> paths =
        reach.paths(column.table()).stream()
            .filter(path -> via.isEmpty() || path.via().equals(via))
            .toList();
    if (paths.isEmpty()) {
      throw reach.noPath(column.table());
    }
    if (paths.size() > 1) {
      throw Stopped.unclear(
          Clarification.of(
              "There are several ways to " + column.fullLabel() + ". Which is meant?",
              paths.stream()
                  .map(path ->
                      new Clarification.Reading(
                          column.label() + " by " + path.label(), List.of(again.apply(path.via()))))
                  .toList()));
    }
    if (commas) {
      throw Stopped.refused(
          Reason.NOT_EDITABLE, "No table can be joined to this statement; ask a new question.");
    }
    draft = new Draft(statement, true);
    joining = new Joining(statement, draft, schemas);
    joinedOuter = joining.join(paths.getFirst()) ? column.table() : "";
  }

  /** The columns that queries inside name. */
  Set<ColumnName> inside() {
    return draft.conditions.stream()
        .filter(held -> held.condition() != null && !held.condition().closed())
        .flatMap(held -> held.columns().stream())
        .collect(Collectors.toSet());
  }

  Stopped insideQuery() {
    return Stopped.refused(
        Reason.NOT_EDITABLE, "The statement asks for that in a query inside; ask a new question.");
  }

  /** What the schema says of a column. */
  Column described(ColumnName name) throws Stopped {
    Optional<Column> column =
        table(name.table())
            .flatMap(table ->
                table.description().columns().stream()
                    .filter(one -> one.name().equals(name.column()))
                    .findFirst());
    if (column.isEmpty()) {
      throw Stopped.refused(Reason.UNKNOWN_COLUMN, "There is no such column; ask a new question.");
    }
    return column.get();
  }

  /** Whether a column may have no value in the rows of the draft. */
  boolean mayBeMissing(ColumnName name) throws Stopped {
    boolean outer =
        statement.sources().stream()
            .filter(source -> statement.block().joins().outer().contains(source.id()))
            .anyMatch(source ->
                source.table() != null && source.table().description().name().equals(name.table()));
    return described(name).nullable() || outer || name.table().equals(joinedOuter);
  }

  /** The table of a name; empty if there is none or there are several. */
  Optional<KnownTable> table(String name) {
    List<KnownTable> named =
        statement.catalog().tables().stream()
            .filter(table -> table.description().name().equals(name))
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** The only column of a table's primary key. */
  Optional<ColumnName> key(String table) {
    return table(table)
        .filter(known -> known.description().primaryKey().size() == 1)
        .flatMap(known -> known.shape().field(keyOf(known)))
        .map(Field::column)
        .map(column -> new ColumnName(table, column.name()));
  }

  private String keyOf(KnownTable table) {
    return statement.catalog().names().key(table.description().primaryKey().getFirst());
  }

  Piece column(ColumnName name) {
    return new Piece(
        joining.column(name.table(), name.column()), new Expr.Column(name), Set.of(name));
  }

  Piece dated(ColumnName name, Grain grain) throws Stopped {
    String form =
        GrainForms.written(statement.dialect(), grain)
            .orElseThrow(() ->
                Stopped.refused(
                    Reason.UNSUPPORTED_DIALECT, "Dates are not grouped so on this database."));
    String text = form.replace("{}", joining.column(name.table(), name.column()));
    return new Piece(text, new Expr.Dated(name, grain), Set.of(name));
  }

  Piece metric(Metric metric) {
    ColumnName column = metric.column();
    if (column != null && !metric.isAggregate()) {
      return column(column);
    }
    Expr meaning = new Expr.Aggregate(metric.calculation(), column, metric.distinct());
    String of = column == null ? "*" : joining.column(column.table(), column.column());
    return new Piece(
        metric.calculation().function() + "(" + (metric.distinct() ? "DISTINCT " : "") + of + ")",
        meaning,
        column == null ? Set.of() : Set.of(column));
  }
}
