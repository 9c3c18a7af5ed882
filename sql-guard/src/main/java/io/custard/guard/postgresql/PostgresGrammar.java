package io.custard.guard.postgresql;

import io.custard.guard.rule.Grammar;
import io.custard.guard.rule.Refusal;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.WordLists;
import io.custard.guard.tree.AllowedNodes;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's part of the guard. */
public final class PostgresGrammar implements Grammar {
  // Functions of the list that take a row of any kind.
  private static final Set<String> ROW_FUNCTIONS =
      Set.of(
          "concat",
          "concat_ws",
          "format",
          "hash_record",
          "hash_record_extended",
          "json_build_array",
          "json_build_object",
          "jsonb_build_array",
          "jsonb_build_object",
          "num_nonnulls",
          "num_nulls",
          "quote_literal",
          "quote_nullable",
          "row_to_json",
          "to_json",
          "to_jsonb");

  private final Lexer lexer = new PostgresLexer();
  private final Set<String> functions = WordLists.load("postgresql/functions.txt").all();
  private final AllowedNodes nodes = AllowedNodes.load("nodes.txt", "postgresql/nodes.txt");

  @Override
  public Lexer lexer() {
    return lexer;
  }

  @Override
  public int queryStart(Statement statement) throws Refusal {
    return PostgresStatementRule.queryStart(statement);
  }

  @Override
  public boolean isCall(Statement statement, int at) {
    return !PostgresCalls.isNoCall(statement, at);
  }

  @Override
  public Optional<String> builtIn(Statement statement, int at) {
    int start = statement.chainStart(at);
    boolean builtIn =
        start == at || (start == at - 2 && statement.at(start).name().equals("pg_catalog"));
    return builtIn ? Optional.of(statement.at(at).name()) : Optional.empty();
  }

  @Override
  public Set<String> functions() {
    return functions;
  }

  @Override
  public void checkRelations(Statement statement, int from) throws Refusal {
    PostgresRelationRule.check(statement, from);
  }

  @Override
  public Skeleton skeleton(Statement statement, int from) {
    return PostgresSkeleton.of(statement, from);
  }

  @Override
  public boolean readsWholeRow(String name) {
    return ROW_FUNCTIONS.contains(name);
  }

  @Override
  public AllowedNodes nodes() {
    return nodes;
  }
}
