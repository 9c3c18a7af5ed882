package io.custard.guard.sqlserver;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * A conversion that fails writes the value into its error message: {@code CONVERT(int, (SELECT TOP
 * 1 password FROM users))} is a way around masks. Converting a query is refused unless the target
 * is a text or what the query returns is counted or summed.
 */
final class SqlServerConversion {
  private static final Set<String> CONVERSIONS = Set.of("cast", "convert", "parse");
  private static final Set<String> TEXTS =
      Set.of(
          "char",
          "character",
          "nchar",
          "ntext",
          "nvarchar",
          "sql_variant",
          "sysname",
          "text",
          "varchar");
  private static final Set<String> NUMBERS =
      Set.of(
          "avg",
          "count",
          "count_big",
          "stdev",
          "stdevp",
          "sum",
          "var",
          "varp",
          "approx_count_distinct");
  private static final Set<String> BEFORE_ITEM =
      Set.of("all", "distinct", "percent", "with", "ties");

  private SqlServerConversion() {}

  static void check(Statement statement, int at) throws Refusal {
    Token token = statement.at(at);
    int open = at + 1;
    if (!CONVERSIONS.contains(token.name()) || !statement.at(open).isMark("(")) {
      return;
    }
    int close = statement.partner(open);
    int type = token.isWord("convert") ? open + 1 : typeBehindAs(statement, open, close);
    int value = token.isWord("convert") ? firstComma(statement, open, close) + 1 : open + 1;
    while (statement.at(value).isMark("(")) {
      value++;
    }
    boolean query = statement.at(value).isWord("select") && value > open + 1;
    if (query && !TEXTS.contains(statement.at(type).name()) && !counts(statement, value)) {
      throw new Refusal(
          RefusalCode.SQL_CONSTRUCT_NOT_ALLOWED,
          "A query is converted, which shows its value when it fails; use TRY_CONVERT.",
          token.position());
    }
  }

  private static int typeBehindAs(Statement statement, int open, int close) {
    for (int i = open + 1; i < close; i++) {
      if (statement.enclosing(i) == open && statement.at(i).isWord("as")) {
        return i + 1;
      }
    }
    return open + 1;
  }

  private static int firstComma(Statement statement, int open, int close) {
    for (int i = open + 1; i < close; i++) {
      if (statement.enclosing(i) == open && statement.at(i).isMark(",")) {
        return i;
      }
    }
    return close;
  }

  private static boolean counts(Statement statement, int select) {
    int at = select + 1;
    if (statement.at(at).isWord("top")) {
      at = statement.at(at + 1).isMark("(") ? statement.partner(at + 1) + 1 : at + 2;
    }
    while (statement.at(at).kind() == TokenKind.WORD
        && BEFORE_ITEM.contains(statement.at(at).name())) {
      at++;
    }
    return statement.at(at + 1).isMark("(") && NUMBERS.contains(statement.at(at).name());
  }
}
