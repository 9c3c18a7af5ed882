package io.custard.guard;

import io.custard.guard.text.Lexer;
import io.custard.guard.text.PostgresLexer;
import io.custard.guard.text.PostgresSkeleton;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.UnreadableText;
import io.custard.guard.tree.AllowedNodes;
import io.custard.guard.tree.BoundedParser;
import io.custard.guard.tree.TreeWalk;
import io.custard.guard.tree.UnparseableText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** PostgreSQL: read the tokens, hold them to the rules, parse, walk the tree. */
final class PostgresRules implements DialectRules {
  private final Lexer lexer = new PostgresLexer();
  private final BoundedParser parser = new BoundedParser();
  private final AllowedNodes allowedNodes = AllowedNodes.load("postgresql/nodes.txt");

  @Override
  public Verdict.Accepted judge(String sql, GuardLimits limits) throws Refusal {
    List<Token> tokens = withoutTrailingSemicolons(read(sql));
    SizeRule.checkTokens(tokens, limits);
    Statement statement = match(tokens);
    SizeRule.checkParts(statement, limits);
    int start = PostgresStatementRule.queryStart(statement);
    List<String> functions = PostgresFunctionRule.check(statement, start);
    PostgresRelationRule.check(statement, start);
    List<String> tables = tables(statement, PostgresSkeleton.of(statement, start));
    return new Verdict.Accepted(statement.canonical(), tables, functions);
  }

  private List<Token> read(String sql) throws Refusal {
    try {
      return lexer.read(sql);
    } catch (UnreadableText e) {
      throw new Refusal(RefusalCode.SQL_UNREADABLE, sentence(e), e.position());
    }
  }

  private static List<Token> withoutTrailingSemicolons(List<Token> tokens) throws Refusal {
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).isMark(";")) {
      end--;
    }
    List<Token> statement = tokens.subList(0, end);
    if (statement.isEmpty()) {
      throw new Refusal(RefusalCode.SQL_EMPTY, "There is no statement; write a SELECT.", 0);
    }
    Optional<Token> separator = statement.stream().filter(t -> t.isMark(";")).findFirst();
    if (separator.isPresent()) {
      throw new Refusal(
          RefusalCode.SQL_MULTIPLE_STATEMENTS,
          "There is more than one statement; send one at a time.",
          separator.get().position());
    }
    return statement;
  }

  private static Statement match(List<Token> tokens) throws Refusal {
    return Statement.of(tokens)
        .orElseThrow(() ->
            new Refusal(
                RefusalCode.SQL_UNPARSEABLE,
                "A parenthesis or bracket has no partner; add or remove one.",
                tokens.getFirst().position()));
  }

  private List<String> tables(Statement statement, Skeleton skeleton) throws Refusal {
    TreeWalk walk = new TreeWalk(allowedNodes, name -> nameOf(statement, name));
    Optional<String> forbidden = walk.firstForbidden(parse(statement, skeleton));
    if (forbidden.isPresent()) {
      throw new Refusal(
          RefusalCode.SQL_CONSTRUCT_NOT_ALLOWED,
          "The statement uses " + forbidden.get() + ", which is not allowed; leave it out.",
          statement.at(0).position());
    }
    return walk.relations().stream()
        .sorted(Comparator.comparingInt(parts -> Skeleton.tokenOf(parts.getFirst())))
        .map(parts -> parts.stream().map(part -> nameOf(statement, part)).toList())
        .map(RelationName::of)
        .distinct()
        .toList();
  }

  private net.sf.jsqlparser.statement.Statement parse(Statement statement, Skeleton skeleton)
      throws Refusal {
    try {
      return parser.parse(skeleton.text());
    } catch (UnparseableText e) {
      int token = skeleton.tokenAt(e.offset());
      throw new Refusal(RefusalCode.SQL_UNPARSEABLE, sentence(e), statement.at(token).position());
    }
  }

  private static String nameOf(Statement statement, String standIn) {
    int token = Skeleton.tokenOf(standIn);
    return token < 0 ? standIn : statement.at(token).name();
  }

  private static String sentence(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
