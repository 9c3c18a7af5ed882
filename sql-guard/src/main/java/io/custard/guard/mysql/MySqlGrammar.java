package io.custard.guard.mysql;

import io.custard.guard.rule.Refusal;
import io.custard.guard.standard.StandardGrammar;
import io.custard.guard.standard.StatementRule;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.WordLists;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of MySQL and MariaDB in the guard. */
public final class MySqlGrammar extends StandardGrammar {
  private static final Set<String> EXPLAIN_OPTIONS = Set.of("extended", "partitions");

  private final Lexer lexer = new MySqlLexer();
  private final MySqlCalls calls = new MySqlCalls(keywords);
  // What a name in backticks can reach beside the functions of the owner.
  private final Set<String> natives =
      WordLists.load("mysql/functions.txt").sections().entrySet().stream()
          .filter(section -> section.getKey().startsWith("native"))
          .flatMap(section -> section.getValue().stream())
          .collect(Collectors.toUnmodifiableSet());

  public MySqlGrammar() {
    super("mysql", MySqlLexer.LEXICON, Set.of());
  }

  @Override
  public Lexer lexer() {
    return lexer;
  }

  @Override
  public int queryStart(Statement statement) throws Refusal {
    int start = super.queryStart(statement);
    for (int i = start; i < statement.size(); i++) {
      Token token = statement.at(i);
      boolean word = token.kind() == TokenKind.WORD && !statement.at(i - 1).isMark(".");
      if (word && isWrite(statement, i)) {
        throw StatementRule.notReadOnly(
            token, token.name().toUpperCase(Locale.ROOT) + " is not part of a read here");
      }
    }
    return start;
  }

  // Words that have a place in a read, but only one.
  private static boolean isWrite(Statement statement, int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (statement.at(at).name()) {
      case "insert", "replace" -> !after.isMark("(");
      case "set" -> !before.isWord("character");
      case "use" -> !after.isWord("index") && !after.isWord("key");
      case "value" -> after.isWord("for") && (before.isWord("next") || before.isWord("previous"));
      default -> false;
    };
  }

  // EXPLAIN runs the statement only with ANALYZE, which is no option here.
  @Override
  protected int explainEnd(Statement statement) {
    int at = 1;
    if (statement.at(at).isWord("format") && statement.at(at + 1).isMark("=")) {
      at += 3;
    }
    Token option = statement.at(at);
    return option.kind() == TokenKind.WORD && EXPLAIN_OPTIONS.contains(option.name()) ? at + 1 : at;
  }

  @Override
  public boolean isCall(Statement statement, int at) {
    return calls.isCall(statement, at);
  }

  @Override
  public Optional<String> builtIn(Statement statement, int at) {
    Token token = statement.at(at);
    String name = Characters.foldAscii(token.name());
    boolean own = token.kind() == TokenKind.QUOTED_NAME && !natives.contains(name);
    // With an argument it sets what later statements of the session read.
    boolean sets = name.equals("last_insert_id") && !statement.at(at + 2).isMark(")");
    return own || sets ? Optional.empty() : super.builtIn(statement, at);
  }

  // MySQL on a server that tells tables' cases apart does so for WITH too; MariaDB does not.
  @Override
  public String withNameOf(Token name) {
    return name.kind() == TokenKind.WORD ? name.text() : name.name();
  }

  @Override
  public Skeleton skeleton(Statement statement, int from) {
    return new MySqlSkeleton(statement, keywords).write(from);
  }
}
