package io.custard.guard.duckdb;

import io.custard.guard.rule.Refusal;
import io.custard.guard.standard.StandardGrammar;
import io.custard.guard.standard.StatementRule;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.WordLists;
import java.util.Optional;
import java.util.Set;

/** DuckDB's part of the guard; files never pass in the place of a relation. */
public final class DuckdbGrammar extends StandardGrammar {
  private static final String FOLDER = "duckdb";
  private static final Set<String> EXPLAIN_OPTIONS = Set.of("format", "json", "text");

  private final WordLists relationLists = WordLists.load(FOLDER + "/relations.txt");

  public DuckdbGrammar() {
    super(FOLDER, new DuckdbLexer(), Set.of("on"));
  }

  @Override
  public int queryStart(Statement statement) throws Refusal {
    int start = super.queryStart(statement);
    for (int i = start; i < statement.size(); i++) {
      boolean into = statement.at(i).isWord("into") && !statement.at(i - 1).isMark(".");
      if (into && !DuckdbClauses.isUnpivotInto(statement, i)) {
        throw StatementRule.notReadOnly(statement.at(i), "INTO is not part of a read");
      }
      if (DuckdbClauses.isOneOf(statement.at(i), DuckdbClauses.INSPECTIONS)) {
        checkInspection(statement, i);
      }
    }
    return start;
  }

  // EXPLAIN runs the statement only with ANALYZE.
  @Override
  protected int explainEnd(Statement statement) throws Refusal {
    if (!statement.at(1).isMark("(") || !statement.at(2).isWord("format")) {
      return 1;
    }
    for (int i = 2; i < statement.partner(1); i++) {
      if (!DuckdbClauses.isOneOf(statement.at(i), EXPLAIN_OPTIONS)) {
        throw StatementRule.notReadOnly(
            statement.at(i), "EXPLAIN may run the statement with this option");
      }
    }
    return statement.partner(1) + 1;
  }

  // DESCRIBE and SUMMARIZE take a query or the name of a relation.
  private void checkInspection(Statement statement, int at) throws Refusal {
    if (!DuckdbClauses.startsQuery(statement, at)) {
      return;
    }
    int next = at + 1;
    if (statement.at(at).isWord("show")) {
      next = statement.at(next).isWord("all") ? next + 1 : next;
      if (!statement.at(next).isWord("tables")) {
        throw StatementRule.notReadOnly(statement.at(at), "SHOW may read a file or a setting");
      }
    } else if (DuckdbClauses.isOneOf(statement.at(next), DuckdbClauses.QUERY_STARTS)
        || statement.at(next).isMark("(")) {
      return;
    }
    int end = DuckdbClauses.chainEnd(statement, next);
    if (!statement.at(next).isNamed() || end != DuckdbClauses.levelEnd(statement, at)) {
      throw StatementRule.notReadOnly(
          statement.at(at), "Only a query or a relation may be described");
    }
  }

  @Override
  public boolean isCall(Statement statement, int at) {
    return DuckdbCalls.isCall(statement, keywords, at);
  }

  // A name behind a dot is a method: x.upper() calls upper.
  @Override
  public Optional<String> builtIn(Statement statement, int at) {
    String name = statement.at(at).name();
    return statement.chainStart(at) == at || functions().contains(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  @Override
  public void checkRelations(Statement statement, int from) throws Refusal {
    super.checkRelations(statement, from);
    DuckdbRelationRule.check(statement, from, relationLists);
  }

  @Override
  public Skeleton skeleton(Statement statement, int from) {
    return new DuckdbSkeleton(statement, keywords).write(from);
  }
}
