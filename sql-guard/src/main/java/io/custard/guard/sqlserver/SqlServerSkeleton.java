package io.custard.guard.sqlserver;

import io.custard.guard.standard.SkeletonWriter;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Rewrites a SQL Server statement for the parser; beyond the standard rewritings:
 *
 * <ul>
 *   <li>the clauses of {@link SqlServerClauses}, which hold no expression, are left out;
 *   <li>{@code CONVERT(t, x, s)} reads {@code f(x, s)}; the unit of DATEADD and its kind reads
 *       {@code 's'}; {@code PARSE(x AS t USING c)} reads {@code (x)}, where c is a literal;
 *   <li>in JSON constructors {@code k:v} reads {@code k, v}, NULL ON NULL is left out; in TRIM the
 *       FROM reads as a comma;
 *   <li>{@code x.m()} behind a parenthesis reads {@code x || m()}, {@code type::m()} reads {@code
 *       m()}; a property behind a parenthesis is left out;
 *   <li>kinds of join, IGNORE NULLS, GROUP BY ALL, AT TIME ZONE (an operator), and the name of the
 *       window that another one is based on are left out.
 * </ul>
 */
final class SqlServerSkeleton extends SkeletonWriter {
  private static final Set<String> UNIT_FIRST =
      Set.of(
          "dateadd",
          "datediff",
          "datediff_big",
          "datename",
          "datepart",
          "datetrunc",
          "date_bucket");
  private static final Set<String> WINDOW_WORDS = Set.of("order", "partition", "rows", "range");

  SqlServerSkeleton(Statement statement) {
    super(statement, SqlServerWords.keywords());
  }

  @Override
  protected int next(int at) {
    int clause = SqlServerClauses.end(statement, at);
    if (clause > at) {
      boolean more =
          statement.at(at + 1).isWord("xmlnamespaces") && statement.at(clause).isMark(",");
      return more ? put("with", at, clause + 1) : clause;
    }
    if (statement.at(at - 1).isWord("as") && statement.at(at).kind() == TokenKind.STRING) {
      return put(Skeleton.standIn(at), at, at + 1);
    }
    if (isConvertType(statement, at)) {
      int end = typeEnd(at);
      return statement.at(end).isMark(",") ? end + 1 : end;
    }
    return super.next(at);
  }

  /** The type that is the first argument of CONVERT. */
  static boolean isConvertType(Statement statement, int at) {
    Token called = statement.at(at - 2);
    return statement.at(at - 1).isMark("(")
        && statement.at(at).isNamed()
        && (called.isWord("convert") || called.isWord("try_convert"));
  }

  @Override
  protected int punctuation(Token token, int at) {
    if (token.isMark(":")) {
      return put(",", at, at + 1);
    }
    if (token.isMark(".") && statement.at(at - 1).isMark(")")) {
      return statement.at(at + 2).isMark("(") ? put("||", at, at + 1) : at + 2;
    }
    return token.isMark("::") ? at + 1 : put(token.text(), at, at + 1);
  }

  @Override
  protected int name(Token token, int at) {
    if (statement.at(at + 1).isMark("::") || isBaseWindow(at)) {
      return at + 1;
    }
    boolean unit =
        statement.at(at - 1).isMark("(")
            && statement.at(at + 1).isMark(",")
            && UNIT_FIRST.contains(statement.at(at - 2).name());
    return put(unit ? "'s'" : Skeleton.standIn(at), at, at + 1);
  }

  // OVER (w ORDER BY x), WINDOW v AS (w)
  private boolean isBaseWindow(int at) {
    Token opener = statement.at(at - 2);
    Token after = statement.at(at + 1);
    boolean ends =
        after.isMark(")")
            || (after.kind() == TokenKind.WORD && WINDOW_WORDS.contains(after.name()));
    return statement.at(at - 1).isMark("(")
        && (opener.isWord("over") || opener.isWord("as"))
        && ends;
  }

  @Override
  protected int keyword(Token token, int at) {
    return switch (token.name()) {
      case "at" -> put("||", at, at + 3);
      case "loop", "hash", "remote", "merge" -> at + 1;
      case "ignore", "respect" -> at + 2;
      case "parse", "try_parse" -> at + 1;
      case "as" -> isParse(at) ? parsedTypeEnd(at) : super.keyword(token, at);
      case "null", "absent" ->
          SqlServerWords.isOnNull(statement, at) && !isFirst(at)
              ? at + 3
              : super.keyword(token, at);
      case "returning" -> at + 2;
      case "all" ->
          statement.at(at - 1).isWord("by") || statement.at(at - 1).isWord("select")
              ? at + 1
              : super.keyword(token, at);
      case "leading", "trailing", "both" -> at + 1;
      case "from" ->
          SqlServerWords.isTrim(statement, at) ? put(",", at, at + 1) : super.keyword(token, at);
      case "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "session_user",
          "system_user",
          "user" ->
          put("null", at, at + 1);
      default -> super.keyword(token, at);
    };
  }

  // JSON_ARRAY(NULL ON NULL) has no element; elsewhere a null before it is an element.
  private boolean isFirst(int at) {
    return statement.at(at - 1).isMark(",") || statement.at(at - 1).isMark(":");
  }

  private boolean isParse(int at) {
    Token called = statement.at(statement.enclosing(at) - 1);
    return called.isWord("parse") || called.isWord("try_parse");
  }

  private int parsedTypeEnd(int as) {
    int end = typeEnd(as + 1);
    boolean literal =
        statement.at(end).isWord("using") && statement.at(end + 1).kind() == TokenKind.STRING;
    return literal ? end + 2 : end;
  }

  @Override
  protected boolean isName(int at) {
    Token token = statement.at(at);
    boolean called = keywords.isCallable(token) && statement.at(at + 1).isMark("(");
    return token.kind() == TokenKind.QUOTED_NAME
        || (token.kind() == TokenKind.WORD && (called || !SqlServerWords.isKeyword(statement, at)));
  }
}
