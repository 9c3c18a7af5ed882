package io.custard.guard.sqlserver;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.standard.StandardGrammar;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL Server's part of the guard. */
public final class SqlServerGrammar extends StandardGrammar {
  private static final Set<String> CLOSED_LOOK_ALIKES = Set.of("sys", "information_schema");

  private final Lexer lexer = new SqlServerLexer();
  // Rules ask for one statement again and again; another thread's statement is only read anew.
  private volatile @Nullable Covered last;

  /** The tokens of a statement that are part of clauses without expressions. */
  private record Covered(Statement statement, BitSet tokens) {
    @SuppressWarnings("ReferenceEquality") // a statement is read once and judged once
    boolean isOf(Statement other) {
      return statement == other;
    }
  }

  public SqlServerGrammar() {
    super("sqlserver", SqlServerLexer.LEXICON, Set.of("top"));
  }

  @Override
  public Lexer lexer() {
    return lexer;
  }

  @Override
  public int queryStart(Statement statement) throws Refusal {
    int start = super.queryStart(statement);
    SqlServerStatementRule.check(statement);
    return start;
  }

  @Override
  public boolean isCall(Statement statement, int at) {
    Token token = statement.at(at);
    if (statement.at(at - 1).isMark("::") || statement.at(at - 1).isMark(".")) {
      return !isCovered(statement, at + 1);
    }
    if (isCovered(statement, at) || isCovered(statement, at + 1)) {
      return false;
    }
    if (SqlServerSkeleton.isConvertType(statement, at)
        && SqlServerClauses.lengths(statement, at + 1)) {
      return false;
    }
    boolean contextual =
        token.kind() == TokenKind.WORD
            && keywords.isKeyword(token)
            && !keywords.isReserved(token)
            && !SqlServerWords.isKeyword(statement, at);
    return contextual || super.isCall(statement, at);
  }

  private boolean isCovered(Statement statement, int at) {
    Covered known = last;
    if (known == null || !known.isOf(statement)) {
      known = new Covered(statement, SqlServerClauses.covered(statement));
      last = known;
    }
    return known.tokens().get(at);
  }

  /** Functions by their name, methods as {@code .name}, static methods as {@code type::name}. */
  @Override
  public Optional<String> builtIn(Statement statement, int at) {
    Token before = statement.at(at - 1);
    String name = Characters.foldAscii(statement.at(at).name());
    if (before.isMark("::")) {
      return Optional.of(Characters.foldAscii(statement.at(at - 2).name()) + "::" + name);
    }
    if (!before.isMark(".")) {
      return Optional.of(name);
    }
    boolean schema = isSchema(statement.at(at - 2));
    return functions().contains("." + name) && !schema ? Optional.of("." + name) : Optional.empty();
  }

  // What stands before a method is a column or a table, unless it has the name of a known schema.
  private static boolean isSchema(Token token) {
    String name = SqlServerLexer.plain(token.name());
    return name.equals("dbo") || name.equals("sys") || name.equals("guest");
  }

  @Override
  public void checkRelations(Statement statement, int from) throws Refusal {
    super.checkRelations(statement, from);
    for (int i = from; i < statement.size(); i++) {
      Token token = statement.at(i);
      boolean qualifies = token.isNamed() && statement.at(i + 1).isMark(".");
      String plain = qualifies ? SqlServerLexer.plain(token.name()) : "";
      // Collations that ignore accents may take such a name for the schema.
      if (CLOSED_LOOK_ALIKES.contains(plain) && !plain.equals(Characters.foldAscii(token.name()))) {
        throw new Refusal(
            RefusalCode.SQL_RELATION_NOT_ALLOWED,
            "The schema " + plain + " is not written plainly; write it so or leave it out.",
            token.position());
      }
    }
  }

  @Override
  public Skeleton skeleton(Statement statement, int from) {
    return new SqlServerSkeleton(statement).write(from);
  }
}
