package io.custard.agent.database.duckdb;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/**
 * Lets DuckDB's own parser decide that a text is one query and nothing else.
 *
 * <p>That must be known before the driver sees the text: preparing one that holds several
 * statements runs all but the last. {@code json_serialize_sql} reads a text with the same parser,
 * runs nothing of it, and gives the tree of each statement, if all of them are queries.
 */
final class SingleQuery {
  private static final String READ = "SELECT json_serialize_sql(?::VARCHAR)";
  private static final Pattern EXPLAIN =
      Pattern.compile("\\A\\s*EXPLAIN\\s+", Pattern.CASE_INSENSITIVE);

  /** The tree is some seventy times as long as the text. */
  private static final int MAX_TEXT = 64 << 10;

  /** Two thousand plus signs in a row take DuckDB's lexer ten seconds, three hundred no time. */
  private static final Pattern OPERATORS = Pattern.compile("[-+*/<>=~!@#%^&|`?]{300}");

  private SingleQuery() {}

  /** Refuses with a {@link CustardException} what is not one query. */
  static PreparedStatement prepare(DuckDBConnection connection, String sql) throws SQLException {
    if (sql.length() > MAX_TEXT) {
      throw new CustardException(
          ErrorCode.SQL_TOO_LARGE,
          "The statement is longer than %d characters; shorten it.".formatted(MAX_TEXT));
    }
    if (sql.indexOf('\0') >= 0) {
      throw notOneQuery();
    }
    if (OPERATORS.matcher(sql).find()) {
      throw new CustardException(
          ErrorCode.SQL_UNREADABLE, "The statement holds hundreds of operators side by side.");
    }
    Matcher explain = EXPLAIN.matcher(sql);
    String query = explain.lookingAt() ? sql.substring(explain.end()) : sql;
    refuseUnlessOne(tree(connection, query));
    return connection.prepareStatement(sql);
  }

  private static SyntaxTree tree(DuckDBConnection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setString(1, query);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return SyntaxTree.read(row.getString(1));
      } catch (IOException tooDeep) {
        throw new CustardException(
            ErrorCode.SQL_TOO_LARGE,
            "The statement is nested too deeply; write it flatter.",
            tooDeep);
      }
    }
  }

  private static void refuseUnlessOne(SyntaxTree tree) {
    if (tree.statements() != 1) {
      throw notOneQuery();
    }
    if (tree.runsText()) {
      throw new CustardException(
          ErrorCode.SQL_FUNCTION_NOT_ALLOWED,
          "The statement calls a function that runs text as SQL; write the query itself.");
    }
    if (tree.nestedSubqueries() > SyntaxTree.MAX_SUBQUERIES
        || tree.nestedLambdas() > SyntaxTree.MAX_LAMBDAS
        || tree.joins() > SyntaxTree.MAX_JOINS) {
      throw new CustardException(
          ErrorCode.SQL_TOO_LARGE,
          "There are too many joins, or subqueries too deep in each other; write several statements.");
    }
  }

  private static CustardException notOneQuery() {
    return new CustardException(
        ErrorCode.SQL_NOT_READ_ONLY,
        "DuckDB does not read the text as exactly one query; send one SELECT that it can read.");
  }
}
