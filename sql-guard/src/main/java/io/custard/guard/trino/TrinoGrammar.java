package io.custard.guard.trino;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.standard.StandardGrammar;
import io.custard.guard.standard.StatementRule;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Lexicon;
import io.custard.guard.text.Lexicon.Trait;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Trino's part of the guard.
 *
 * <p>Functions are called by their plain name or as {@code system.builtin.name}; those of a catalog
 * run a connector's code and are refused. So are table functions but {@code sequence}, which would
 * pass text to another database, MATCH_RECOGNIZE, and functions and settings behind WITH.
 */
public final class TrinoGrammar extends StandardGrammar {
  private static final Lexicon LEXICON =
      new Lexicon(
          Set.of(Trait.DIGIT_SEPARATORS),
          "",
          "",
          Set.of("X"),
          List.of("( ) [ ] , ; . : + - * / % || = == <> != < <= > >= -> =>".split(" ", -1)));
  private static final Set<String> EXPLAIN_OPTIONS = Set.of("type", "format");
  private static final Set<String> EXPLAIN_VALUES =
      Set.of("logical", "distributed", "validate", "io", "text", "graphviz", "json");

  private static final Pattern MANAGED =
      Pattern.compile("[a-z0-9_.*-]+:(\\*|[a-z0-9_.*-]+=.*)", Pattern.DOTALL);

  private final Lexer lexer = new TrinoLexer(super.lexer());
  private final TrinoCalls calls = new TrinoCalls(keywords);

  public TrinoGrammar() {
    super("trino", LEXICON, Set.of());
  }

  @Override
  public Lexer lexer() {
    return lexer;
  }

  @Override
  public int queryStart(Statement statement) throws Refusal {
    int start = super.queryStart(statement);
    for (int i = start; i < statement.size(); i++) {
      checkWith(statement, i);
      checkTableFunction(statement, i);
    }
    return start;
  }

  // WITH FUNCTION and WITH SESSION; a WITH query may have these names too.
  private static void checkWith(Statement statement, int at) throws Refusal {
    Token word = statement.at(at);
    Token after = statement.at(at + 1);
    boolean declares = word.isWord("function") || word.isWord("session");
    boolean query = after.isWord("as") || after.isMark("(");
    if (statement.at(at - 1).isWord("with") && declares && !query) {
      throw StatementRule.notReadOnly(word, "WITH declares functions or settings");
    }
  }

  private static void checkTableFunction(Statement statement, int at) throws Refusal {
    Token name = statement.at(at + 2);
    if (statement.at(at).isWord("table")
        && statement.at(at + 1).isMark("(")
        && !(name.isWord("sequence") && statement.at(at + 3).isMark("("))) {
      throw new Refusal(
          RefusalCode.SQL_FUNCTION_NOT_ALLOWED,
          "The table function " + name.name() + " is not on the list; leave it out.",
          name.position());
    }
  }

  // EXPLAIN ANALYZE runs the statement.
  @Override
  protected int explainEnd(Statement statement) throws Refusal {
    if (statement.at(1).isWord("analyze")) {
      throw StatementRule.notReadOnly(statement.at(1), "EXPLAIN ANALYZE runs the statement");
    }
    boolean options =
        statement.at(1).isMark("(") && EXPLAIN_OPTIONS.contains(statement.at(2).name());
    return options ? optionsEnd(statement) : 1;
  }

  private static int optionsEnd(Statement statement) throws Refusal {
    int close = statement.partner(1);
    for (int i = 2; i < close; i++) {
      Token token = statement.at(i);
      boolean known =
          token.isMark(",")
              || EXPLAIN_OPTIONS.contains(token.name())
              || EXPLAIN_VALUES.contains(token.name());
      if (!known) {
        throw StatementRule.notReadOnly(token, "EXPLAIN may run the statement with this option");
      }
    }
    return close + 1;
  }

  @Override
  public boolean isCall(Statement statement, int at) {
    return calls.isCall(statement, at);
  }

  @Override
  public Optional<String> builtIn(Statement statement, int at) {
    int start = statement.chainStart(at);
    boolean qualified =
        start == at - 4
            && statement.at(start).name().equals("system")
            && statement.at(start + 2).name().equals("builtin");
    return start == at || qualified ? Optional.of(statement.at(at).name()) : Optional.empty();
  }

  @Override
  public void checkRelations(Statement statement, int from) throws Refusal {
    super.checkRelations(statement, from);
    for (int i = from; i < statement.size(); i++) {
      Token token = statement.at(i);
      // The metadata of a table, such as "orders$files": it holds bounds of column values. And the
      // server's own state, such as "java.lang:type=runtime": it holds the settings it started
      // with.
      boolean metadata = token.isNamed() && token.name().indexOf('$') > 0;
      boolean state =
          token.kind() == TokenKind.QUOTED_NAME && MANAGED.matcher(token.name()).matches();
      if (metadata || state) {
        throw new Refusal(
            RefusalCode.SQL_RELATION_NOT_ALLOWED,
            "The metadata relation " + token.name() + " may not be read; leave it out.",
            token.position());
      }
    }
  }

  @Override
  public Skeleton skeleton(Statement statement, int from) {
    return TrinoSkeleton.of(statement, keywords).write(from);
  }
}
