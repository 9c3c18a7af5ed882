package io.custard.guard.postgresql;

import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.List;
import java.util.Set;

/** How {@link PostgresSkeleton} writes key words: most as they are, some in a plainer form. */
final class PostgresWords {
  // Key words with an argument syntax of their own that the parser has to know.
  private static final Set<String> SYNTAX =
      Set.of("between", "exists", "extract", "position", "row", "trim", "values");
  // Between the arguments of these functions stand key words instead of commas.
  private static final Set<String> WORDY_CALLS = Set.of("substring", "overlay");
  private static final Set<String> ARGUMENT_WORDS =
      Set.of("from", "for", "placing", "similar", "escape");
  private static final Set<String> AFTER_EMPTY_SELECT = Set.of("from", "where", "union", "limit");
  private static final Set<String> LEFT_OUT =
      Set.of("variadic", "only", "symmetric", "asymmetric", "cast", "nfc", "nfd", "nfkc", "nfkd");

  private PostgresWords() {}

  static boolean isSyntax(Token token) {
    return SYNTAX.contains(token.name());
  }

  static int next(Statement statement, int at, Token token, List<Skeleton.Piece> pieces) {
    Token after = statement.at(at + 1);
    if (LEFT_OUT.contains(token.name()) && !endsFetch(statement, at)) {
      return at + 1;
    }
    if (ARGUMENT_WORDS.contains(token.name())
        && WORDY_CALLS.contains(statement.at(statement.enclosing(at) - 1).name())) {
      return write(pieces, ",", at, at + 1);
    }
    return switch (token.name()) {
      case "at" -> atZone(statement, at, pieces);
      case "escape" -> write(pieces, "||", at, at + 1);
      case "normalized", "unknown" -> write(pieces, "null", at, at + 1);
      case "as" -> as(statement, at, pieces);
      case "collate" -> qualifiedNameEnd(statement, at + 1);
      case "table" -> write(pieces, "SELECT * FROM", at, at + 1);
      case "rows" ->
          after.isWord("from")
              ? write(pieces, "LATERAL ( SELECT", at, at + 3)
              : write(pieces, "rows", at, at + 1);
      case "with" -> after.isWord("ordinality") ? at + 2 : write(pieces, "with", at, at + 1);
      case "using" ->
          after.kind() == TokenKind.OPERATOR
              ? write(pieces, "asc", at, at + 2)
              : write(pieces, "using", at, at + 1);
      case "all", "distinct" ->
          statement.at(at - 1).isWord("by") ? at + 1 : write(pieces, token.name(), at, at + 1);
      case "select" -> write(pieces, isEmptySelect(after) ? "select 1" : "select", at, at + 1);
      case "current_time", "current_timestamp", "localtime", "localtimestamp" ->
          write(pieces, token.name(), at, hasPrecision(statement, at) ? at + 4 : at + 1);
      default -> write(pieces, token.name(), at, at + 1);
    };
  }

  private static int write(List<Skeleton.Piece> pieces, String text, int at, int next) {
    for (String word : text.split(" ", -1)) {
      pieces.add(new Skeleton.Piece(word, at));
    }
    return next;
  }

  private static int atZone(Statement statement, int at, List<Skeleton.Piece> pieces) {
    return statement.at(at + 1).isWord("local") ? at + 2 : write(pieces, "||", at, at + 3);
  }

  private static boolean endsFetch(Statement statement, int at) {
    Token before = statement.at(at - 1);
    return before.isWord("row") || before.isWord("rows");
  }

  @SuppressWarnings("ReferenceEquality") // NOTHING is one instance
  private static boolean isEmptySelect(Token after) {
    return after == Statement.NOTHING
        || after.isMark(")")
        || (after.kind() == TokenKind.WORD && AFTER_EMPTY_SELECT.contains(after.name()));
  }

  private static boolean hasPrecision(Statement statement, int at) {
    return statement.at(at + 1).isMark("(")
        && statement.at(at + 2).kind() == TokenKind.NUMBER
        && statement.at(at + 3).isMark(")");
  }

  private static int qualifiedNameEnd(Statement statement, int from) {
    int at = from + 1;
    while (statement.at(at).isMark(".")) {
      at += 2;
    }
    return at;
  }

  // AS introduces an alias, a type in CAST, column definitions, or a query or window in
  // parentheses.
  private static int as(Statement statement, int at, List<Skeleton.Piece> pieces) {
    int open = statement.enclosing(at);
    if (statement.at(open - 1).isWord("cast")) {
      int end = PostgresTypes.end(statement, at + 1);
      if (end == statement.partner(open)) {
        return end;
      }
    }
    int list = statement.at(at + 1).isMark("(") ? at + 1 : at + 2;
    if (statement.at(list).isMark("(") && isColumnDefinitions(statement, list)) {
      return columnDefinitions(statement, at, list, pieces);
    }
    return write(pieces, "as", at, at + 1);
  }

  private static boolean isColumnDefinitions(Statement statement, int open) {
    int at = open;
    do {
      at = definitionEnd(statement, at + 1);
    } while (at >= 0 && statement.at(at).isMark(","));
    return at == statement.partner(open);
  }

  private static int definitionEnd(Statement statement, int name) {
    if (!statement.at(name).isNamed() || PostgresKeywords.isReserved(statement.at(name))) {
      return -1;
    }
    int end = PostgresTypes.end(statement, name + 1);
    return end >= 0 && statement.at(end).isWord("collate")
        ? qualifiedNameEnd(statement, end + 1)
        : end;
  }

  private static int columnDefinitions(
      Statement statement, int as, int open, List<Skeleton.Piece> pieces) {
    int alias = open == as + 1 ? as : as + 1;
    write(pieces, "as", as, as);
    write(pieces, Skeleton.standIn(alias), alias, alias);
    write(pieces, "(", open, open);
    int at = open;
    while (at < statement.partner(open)) {
      if (at > open) {
        write(pieces, ",", at, at);
      }
      write(pieces, Skeleton.standIn(at + 1), at + 1, at);
      at = definitionEnd(statement, at + 1);
    }
    return write(pieces, ")", at, at + 1);
  }
}
