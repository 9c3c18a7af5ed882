package io.custard.guard.clickhouse;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.standard.StandardGrammar;
import io.custard.guard.standard.StatementRule;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexicon;
import io.custard.guard.text.Lexicon.Trait;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.WordLists;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ClickHouse's part of the guard. */
public final class ClickHouseGrammar extends StandardGrammar {
  static final Lexicon LEXICON =
      new Lexicon(
          Set.of(
              Trait.BACKSLASH_ESCAPES,
              Trait.BACKTICK_NAMES,
              Trait.HASH_COMMENTS,
              Trait.DOLLAR_QUOTES,
              Trait.DIGIT_SEPARATORS,
              Trait.ELEMENT_NUMBERS),
          "$",
          "",
          Set.of(),
          List.of(
              "(", ")", "[", "]", "{", "}", ",", ";", ".", ":", "::", "?", "->", "=", "==", "!=",
              "<>", "<", ">", "<=", ">=", "<=>", "+", "-", "*", "/", "%", "||", "^"));
  private static final Set<String> EXPLAINED =
      Set.of("ast", "syntax", "plan", "pipeline", "estimate");
  private static final Set<String> COMBINATORS =
      Set.of(
          "argmax",
          "argmin",
          "array",
          "distinct",
          "foreach",
          "if",
          "map",
          "merge",
          "mergestate",
          "null",
          "ordefault",
          "ornull",
          "resample",
          "simplestate",
          "state");

  private static final int LONGEST_AGGREGATE = 60;

  private final Set<String> aggregates =
      WordLists.load("clickhouse/functions.txt").section("aggregate");
  // Rules ask for one statement again and again; another thread's statement is only read anew.
  private volatile @Nullable ClickHouseWords last;

  public ClickHouseGrammar() {
    super("clickhouse", LEXICON, Set.of());
  }

  /** Names are case-sensitive. */
  static String exact(Token name) {
    return name.kind() == TokenKind.WORD ? name.text() : name.name();
  }

  @Override
  public String nameOf(Token name) {
    return exact(name);
  }

  @Override
  public int queryStart(Statement statement) throws Refusal {
    int start = super.queryStart(statement);
    new ClickHouseStatementRule(statement, words(statement), at -> isListed(statement, at))
        .check(start);
    return start;
  }

  private boolean isListed(Statement statement, int at) {
    return builtIn(statement, at).filter(functions()::contains).isPresent();
  }

  // EXPLAIN [kind] [option = number, ...] SELECT: none of them runs the statement.
  @Override
  protected int explainEnd(Statement statement) throws Refusal {
    int at = 1;
    if (statement.at(1).isWord("query") && statement.at(2).isWord("tree")) {
      at = 3;
    } else if (EXPLAINED.contains(statement.at(1).name())) {
      at = 2;
    }
    while (statement.at(at + 1).isMark("=") && statement.at(at + 2).kind() == TokenKind.NUMBER) {
      at = statement.at(at + 3).isMark(",") ? at + 4 : at + 3;
    }
    Token first = statement.at(at);
    if (!first.isWord("select") && !first.isWord("with") && !first.isMark("(")) {
      throw StatementRule.notReadOnly(first, "Only a read can be explained");
    }
    return at;
  }

  @Override
  public boolean isCall(Statement statement, int at) {
    ClickHouseWords words = words(statement);
    ClickHouseQuery query = new ClickHouseQuery(statement, words);
    int start = statement.chainStart(at);
    if (start == at && words.isKeyword(at)) {
      return false;
    }
    if (query.isInType(at)) {
      return false;
    }
    if (statement.at(start - 1).isWord("as")) {
      return words.places().isIn(start - 1, "interpolate");
    }
    return !(start == at && isNamedQuery(statement, query, at));
  }

  // WITH name (columns) AS (SELECT ...)
  private static boolean isNamedQuery(Statement statement, ClickHouseQuery query, int at) {
    Token before = statement.at(at - 1);
    boolean item = before.isWord("with") || before.isWord("recursive") || before.isMark(",");
    for (int i = at + 2; i < statement.partner(at + 1); i++) {
      if (!(statement.at(i).isNamed() || statement.at(i).isMark(","))) {
        return false;
      }
    }
    return item && query.isNamedQuery(at);
  }

  /** Functions by their name; aggregates also with combinators, such as sumIf. */
  @Override
  public Optional<String> builtIn(Statement statement, int at) {
    if (statement.chainStart(at) != at || statement.at(at - 1).isMark(".")) {
      return Optional.empty();
    }
    String name = Characters.foldAscii(statement.at(at).name());
    boolean plain = functions().contains(name) || name.length() > LONGEST_AGGREGATE;
    return Optional.of(plain ? name : withoutCombinators(name));
  }

  private String withoutCombinators(String name) {
    for (String combinator : COMBINATORS) {
      if (name.endsWith(combinator)) {
        String base = name.substring(0, name.length() - combinator.length());
        String aggregate = aggregates.contains(base) ? base : withoutCombinators(base);
        if (aggregates.contains(aggregate)) {
          return aggregate;
        }
      }
    }
    return name;
  }

  @Override
  public void checkRelations(Statement statement, int from) throws Refusal {
    super.checkRelations(statement, from);
    ClickHouseWords words = words(statement);
    ClickHouseQuery query = new ClickHouseQuery(statement, words);
    for (int i = from; i < statement.size(); i++) {
      Token token = statement.at(i);
      boolean literal = token.kind() == TokenKind.STRING;
      boolean path = token.kind() == TokenKind.QUOTED_NAME && token.name().indexOf('/') >= 0;
      if ((literal || path) && query.isRelation(statement.chainStart(i))) {
        // Databases over files and buckets read such a name as the place of the data.
        throw new Refusal(
            RefusalCode.SQL_RELATION_NOT_ALLOWED,
            "A relation is named by a literal or a path; name a table.",
            token.position());
      }
    }
  }

  @Override
  public Skeleton skeleton(Statement statement, int from) {
    return new ClickHouseSkeleton(statement, words(statement)).writeAll(from);
  }

  private ClickHouseWords words(Statement statement) {
    ClickHouseWords known = last;
    if (known == null || !known.areOf(statement)) {
      known = new ClickHouseWords(statement);
      last = known;
    }
    return known;
  }
}
