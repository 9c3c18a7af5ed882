package io.custard.guard.sqlite;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.standard.StandardGrammar;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Lexicon;
import io.custard.guard.text.Lexicon.Trait;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.WordLists;
import java.util.List;
import java.util.Set;

/**
 * SQLite's part of the guard.
 *
 * <p>Only SELECT, VALUES and WITH start a query, and the words that write (INSERT, UPDATE, DELETE,
 * INTO and the rest) can never be names without quotes, so they are refused wherever they stand.
 */
public final class SqliteGrammar extends StandardGrammar {
  private static final Lexicon LEXICON =
      new Lexicon(
          Set.of(
              Trait.BACKTICK_NAMES, Trait.BRACKET_NAMES, Trait.DIGIT_SEPARATORS, Trait.EMPTY_NAMES),
          "$",
          "",
          Set.of("X"),
          List.of("( ) , ; . + - * / % || & | ~ << >> < <= > >= = == <> != -> ->>".split(" ", -1)));

  private final Lexer lexer = new SqliteLexer(super.lexer(), keywords);
  private final SqliteCalls calls = new SqliteCalls(keywords);
  private final Set<String> systemRelations =
      WordLists.load("sqlite/relations.txt").section("system");
  private final Set<String> systemPrefixes =
      WordLists.load("sqlite/relations.txt").section("system-prefix");

  public SqliteGrammar() {
    super("sqlite", LEXICON, Set.of());
  }

  @Override
  public Lexer lexer() {
    return lexer;
  }

  // EXPLAIN never runs what it explains.
  @Override
  protected int explainEnd(Statement statement) {
    return statement.at(1).isWord("query") && statement.at(2).isWord("plan") ? 3 : 1;
  }

  @Override
  public boolean isCall(Statement statement, int at) {
    return calls.isCall(statement, at);
  }

  // A function in FROM may also be named without arguments, so a name is judged in any place.
  @Override
  public void checkRelations(Statement statement, int from) throws Refusal {
    super.checkRelations(statement, from);
    for (int i = from; i < statement.size(); i++) {
      Token token = statement.at(i);
      String name = Characters.foldAscii(token.name());
      boolean system = systemPrefixes.stream().anyMatch(name::startsWith);
      if (token.isNamed()
          && system
          && !systemRelations.contains(name)
          && !statement.at(i + 1).isMark("(")) {
        throw new Refusal(
            RefusalCode.SQL_RELATION_NOT_ALLOWED,
            "The system relation " + name + " may not be read; leave it out.",
            token.position());
      }
    }
  }

  @Override
  public Skeleton skeleton(Statement statement, int from) {
    return new SqliteSkeleton(statement, keywords).write(from);
  }
}
