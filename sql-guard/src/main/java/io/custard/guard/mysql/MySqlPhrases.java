package io.custard.guard.mysql;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.HashSet;
import java.util.Set;

/** How key words of MySQL and MariaDB are written for the parser; see {@link MySqlSkeleton}. */
final class MySqlPhrases {
  /**
   * What stands for the tokens from a key word on.
   *
   * @param text the words for the parser; empty for none
   * @param next the index of the next token to write; the key word's own if nothing was rewritten
   */
  record Rewriting(String text, int next) {}

  private static final Set<String> SUBSTRINGS = Set.of("substring", "substr", "mid");
  private static final Set<String> TRIM_WORDS = Set.of("both", "leading", "trailing");
  private static final Set<String> LISTS = Set.of("group_concat", "json_arrayagg");
  private static final Set<String> CASTS = Set.of("cast", "weight_string", "column_get");
  private static final Set<String> CONVERSIONS = Set.of("convert", "char");
  private static final Set<String> TESTED = Set.of("null", "true", "false", "unknown");
  private static final Set<String> AFTER_DUAL =
      Set.of("where limit order group having union except intersect window".split(" ", -1));

  private final Statement statement;
  // ASC and DESC behind GROUP BY, filled from left to right.
  private final Set<Integer> groupSorts = new HashSet<>();

  MySqlPhrases(Statement statement) {
    this.statement = statement;
  }

  /**
   * The rewriting of the key word at {@code at}.
   *
   * @param operator whether it stands behind an operand
   */
  Rewriting at(int at, boolean operator) {
    Token after = statement.at(at + 1);
    String called = MySqlWords.called(statement, at);
    return switch (statement.at(at).name()) {
      case "select" -> select(at);
      case "table" -> to("select * from", at + 1);
      // Without its unit, or outside an index hint, it is nothing; as it stands the parser would
      // take long to say so.
      case "interval", "key" -> to(")", at + 1);
      case "row" -> after.isMark("(") ? to("", at + 1) : none(at);
      case "xor" -> to("or", at + 1);
      case "div" -> to("/", at + 1);
      case "mod" -> to("%", at + 1);
      case "regexp", "rlike" -> to("like", at + 1);
      case "sounds", "member" -> to("=", at + 2);
      case "binary" -> to("", at + 1);
      case "straight_join" -> to("join", at + 1);
      case "against" -> to("||", at + 1);
      case "is" -> to("|| null", testEnd(at + 1));
      case "at" -> to("||", at + 3);
      case "separator" -> after.kind() == TokenKind.STRING ? to("", stringsEnd(at + 1)) : none(at);
      case "rows" ->
          after.isWord("examined") && statement.at(at + 2).kind() == TokenKind.NUMBER
              ? to("", at + 3)
              : none(at);
      case "respect", "ignore" -> after.isWord("nulls") ? to("", at + 2) : hint(at);
      case "use", "force" -> hint(at);
      case "partition" -> operator ? to("", MySqlRanges.namesEnd(statement, at + 1)) : none(at);
      case "limit" ->
          LISTS.contains(called) ? to("", MySqlRanges.limitEnd(statement, at)) : none(at);
      case "in" -> in(at, called);
      case "with" -> with(at, called);
      case "from" -> from(at, called);
      case "for" -> SUBSTRINGS.contains(called) ? to(",", at + 1) : none(at);
      case "both", "leading", "trailing" -> called.equals("trim") ? to("", at + 1) : none(at);
      case "using" -> CONVERSIONS.contains(called) && endsCall(at + 2) ? to("", at + 2) : none(at);
      case "as" -> as(at, called);
      case "collate" ->
          after.isNamed() || after.kind() == TokenKind.STRING ? to("", at + 2) : none(at);
      case "columns" -> to("", MySqlRanges.jsonColumnsEnd(statement, at));
      case "returning", "default", "null", "error" ->
          called.equals("json_value") && operator
              ? to("", MySqlRanges.jsonValueTailEnd(statement, at))
              : none(at);
      case "asc", "desc" -> isInGroupBy(at) ? to("", at + 1) : none(at);
      case "all" -> isAllOfCall(at) ? to("", at + 1) : none(at);
      case "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "localtime",
          "localtimestamp",
          "utc_date",
          "utc_time",
          "utc_timestamp" ->
          to("current_date", at + 1);
      default -> none(at);
    };
  }

  /** Whether the parenthesis at {@code open} defines a window behind WINDOW name AS. */
  boolean isWindowDefinition(int open) {
    Token before = statement.at(open - 3);
    return statement.at(open).isMark("(")
        && (before.isWord("window") || (before.isMark(",") && !startsQuery(open + 1)));
  }

  private boolean startsQuery(int at) {
    Token token = statement.at(at);
    return token.isMark("(")
        || token.isWord("select")
        || token.isWord("with")
        || token.isWord("values")
        || token.isWord("table");
  }

  private static Rewriting none(int at) {
    return new Rewriting("", at);
  }

  // An end below the key word's index means that nothing is rewritten.
  private static Rewriting to(String text, int next) {
    return new Rewriting(text, next);
  }

  private Rewriting select(int at) {
    String text = "select";
    int next = at + 1;
    while (MySqlWords.isSelectModifier(statement.at(next))) {
      if (statement.at(next).name().startsWith("distinct")) {
        text = "select distinct";
      }
      next++;
    }
    return to(text, next);
  }

  private Rewriting hint(int at) {
    return to("", MySqlRanges.indexHintEnd(statement, at));
  }

  private Rewriting in(int at, String called) {
    if (called.equals("position")) {
      return to(",", at + 1);
    }
    return called.equals("against") ? mode(at) : none(at);
  }

  private Rewriting with(int at, String called) {
    if (statement.at(at + 1).isWord("rollup")) {
      return to("", at + 2);
    }
    return called.equals("against") ? mode(at) : none(at);
  }

  // IN BOOLEAN MODE, IN NATURAL LANGUAGE MODE, WITH QUERY EXPANSION: words to the end of AGAINST.
  private Rewriting mode(int at) {
    int end = at;
    while (statement.at(end).kind() == TokenKind.WORD) {
      end++;
    }
    return endsCall(end) ? to("", end) : none(at);
  }

  private Rewriting from(int at, String called) {
    Token after = statement.at(at + 1);
    Token then = statement.at(at + 2);
    if (after.isWord("dual") && endsDual(at + 2)) {
      return to("", at + 2);
    }
    boolean ordering = after.isWord("first") || after.isWord("last");
    boolean window = then.isWord("over") || then.isWord("respect") || then.isWord("ignore");
    if (ordering && window && statement.at(at - 1).isMark(")")) {
      return to("", at + 2);
    }
    Token before = statement.at(at - 1);
    boolean first =
        before.isMark("(")
            || (before.kind() == TokenKind.WORD && TRIM_WORDS.contains(before.name()));
    return switch (called) {
      case "substring", "substr", "mid" -> to(",", at + 1);
      case "trim" -> to(first ? "" : ",", at + 1);
      case "extract" -> to("", at + 1);
      default -> none(at);
    };
  }

  private Rewriting as(int at, String called) {
    if (!CASTS.contains(called)) {
      return none(at);
    }
    int type = MySqlRanges.typeEnd(statement, at + 1);
    return endsCall(type) ? to("", type) : to("as", at + 1);
  }

  @SuppressWarnings("ReferenceEquality") // NOTHING is one instance
  private boolean endsDual(int at) {
    Token token = statement.at(at);
    return token == Statement.NOTHING
        || token.isMark(")")
        || (token.kind() == TokenKind.WORD && AFTER_DUAL.contains(token.name()));
  }

  private boolean endsCall(int at) {
    return at > 0 && statement.at(at).isMark(")");
  }

  // IS NOT NULL and the other tests; -1 if it is none of them.
  private int testEnd(int from) {
    int value = statement.at(from).isWord("not") ? from + 1 : from;
    Token token = statement.at(value);
    boolean test = token.kind() == TokenKind.WORD && TESTED.contains(token.name());
    return test ? value + 1 : -1;
  }

  private int stringsEnd(int from) {
    int end = from;
    while (statement.at(end).kind() == TokenKind.STRING) {
      end++;
    }
    return end;
  }

  // MariaDB and old versions of MySQL sort by GROUP BY a DESC, b ASC. Each such word asks the one
  // before it.
  private boolean isInGroupBy(int at) {
    int i = at - 1;
    while (i >= 0 && !endsSearch(statement.at(i))) {
      i = statement.at(i).isMark(")") ? statement.partner(i) - 1 : i - 1;
    }
    boolean inside =
        groupSorts.contains(i)
            || (statement.at(i).isWord("by") && statement.at(i - 1).isWord("group"));
    if (inside) {
      groupSorts.add(at);
    }
    return inside;
  }

  private static boolean endsSearch(Token token) {
    return token.isWord("by") || token.isMark("(") || token.isWord("asc") || token.isWord("desc");
  }

  // COUNT(ALL a)
  private boolean isAllOfCall(int at) {
    Token called = statement.at(at - 2);
    return statement.at(at - 1).isMark("(") && called.isNamed() && !called.isWord("over");
  }
}
