package io.custard.conversation;

import io.custard.check.schema.Catalog;
import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.edit.Edit;
import io.custard.conversation.edit.Sentences;
import io.custard.conversation.edit.Stopped;
import io.custard.conversation.statement.SqlStatement;
import io.custard.conversation.statement.StateReader;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a statement so that it asks for something else. Whatever is not changed stays as it was
 * written. What comes out was judged by the guard under its default policy; whoever sends it has to
 * judge it under the caller's.
 */
public final class Rewrite {
  private static final Set<Dialect> WRITTEN =
      Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.SQLITE, Dialect.DUCKDB);
  private static final int MOST_CHANGES = 12;

  private Rewrite() {}

  /**
   * The statement with these changes, made one after the other; all of them or none. Never throws.
   *
   * @param tables the schema
   */
  public static Rewritten apply(
      String sql, List<Change> changes, Dialect dialect, List<TableDescription> tables) {
    if (!WRITTEN.contains(dialect)) {
      return new Rewritten.Refused(
          Reason.UNSUPPORTED_DIALECT, "Statements of this database are not changed; ask anew.");
    }
    try {
      return applyAll(sql, changes, new Catalog(dialect, tables));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // Failing closed: a statement that cannot be changed is asked for anew.
      return notEditable();
    }
  }

  private static Rewritten applyAll(String sql, List<Change> changes, Catalog catalog) {
    Optional<SqlStatement> read = SqlStatement.read(sql, catalog);
    if (read.isEmpty() && StateReader.isAccepted(sql, catalog)) {
      return notEditable();
    }
    if (read.isEmpty()) {
      return new Rewritten.Refused(
          Reason.UNREADABLE, "The statement is not one that can be changed; ask a new question.");
    }
    SqlStatement statement = read.get();
    if (!statement.isPlain() || statement.hasOtherLimit() || changes.size() > MOST_CHANGES) {
      return notEditable();
    }
    for (int i = 0; i < changes.size(); i++) {
      try {
        String text = new Edit(statement).apply(changes.get(i));
        Optional<SqlStatement> next =
            SqlStatement.read(text, catalog).filter(SqlStatement::isPlain);
        if (next.isEmpty()) {
          return new Rewritten.Refused(
              Reason.NOT_ACCEPTED, "The statement cannot be changed so; ask a new question.");
        }
        statement = next.get();
      } catch (Stopped stopped) {
        return among(stopped.outcome(), changes, i);
      }
    }
    return new Rewritten.Changed(statement.sql(), StateReader.of(statement), Sentences.of(changes));
  }

  // A choice stands for all the changes, not only for the one that is unclear.
  private static Rewritten among(Rewritten outcome, List<Change> changes, int at) {
    return outcome instanceof Rewritten.Unclear(Clarification clarification)
        ? new Rewritten.Unclear(
            clarification.within(changes.subList(0, at), changes.subList(at + 1, changes.size())))
        : outcome;
  }

  private static Rewritten notEditable() {
    return new Rewritten.Refused(
        Reason.NOT_EDITABLE,
        "The statement has a form that cannot be changed; ask a new question.");
  }
}
