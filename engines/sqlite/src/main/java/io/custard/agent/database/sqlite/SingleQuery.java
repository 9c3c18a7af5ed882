package io.custard.agent.database.sqlite;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Lets SQLite's own parser decide that a text is one query and nothing else.
 *
 * <p>The driver offers neither {@code sqlite3_stmt_readonly} nor the text that follows the first
 * statement, which it ignores. So the text is first prepared, not run, between {@code SELECT EXISTS
 * (} and {@code )}. There the grammar takes a query only: any other first word is a syntax error
 * before anything of it takes effect, which matters because some pragmas act while they are
 * prepared. And a semicolon within the parentheses is an error too, unless the text closes them
 * first: but then the text by itself has a parenthesis too many and is refused when it is prepared
 * alone. A text that passes both is one query, for SQLite has no query that writes. The added line
 * ends keep a comment at the text's end from swallowing the parenthesis.
 */
final class SingleQuery {
  private static final Pattern END = Pattern.compile("[\\s;]*\\z");
  private static final Pattern EXPLAIN =
      Pattern.compile("\\A\\s*EXPLAIN\\s+(?:QUERY\\s+PLAN\\s+)?", Pattern.CASE_INSENSITIVE);

  private static final int MAX_NESTING = 200;

  private SingleQuery() {}

  /** Refuses with a {@link CustardException} what is not one query. */
  static PreparedStatement prepare(SQLiteConnection handle, String sql) throws SQLException {
    if (Nesting.of(sql) > MAX_NESTING) {
      throw new CustardException(
          ErrorCode.SQL_TOO_LARGE, "The statement is nested too deeply; write it flatter.");
    }
    String text = END.matcher(sql).replaceFirst("");
    Matcher explain = EXPLAIN.matcher(text);
    String query = explain.lookingAt() ? text.substring(explain.end()) : text;
    try {
      handle.prepareStatement("SELECT EXISTS (\n" + query + "\n)").close();
      return handle.prepareStatement(text);
    } catch (SQLiteException e) {
      if (isSyntax(e)) {
        throw notOneQuery();
      }
      throw e;
    }
  }

  private static boolean isSyntax(SQLiteException e) {
    String text = e.getMessage();
    return e.getResultCode() == SQLiteErrorCode.SQLITE_ERROR
        && text != null
        && (text.contains("syntax error")
            || text.contains("incomplete input")
            || text.contains("unrecognized token"));
  }

  private static CustardException notOneQuery() {
    return new CustardException(
        ErrorCode.SQL_NOT_READ_ONLY,
        "SQLite does not read the text as exactly one query; send one SELECT that it can read.");
  }
}
