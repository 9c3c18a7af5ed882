package io.custard.guard.rule;

import io.custard.guard.GuardLimits;
import io.custard.guard.GuardPolicy;
import io.custard.guard.RefusalCode;
import io.custard.guard.Verdict;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.UnreadableText;
import io.custard.guard.tree.BoundedParser;
import io.custard.guard.tree.NamesRead;
import io.custard.guard.tree.Naming;
import io.custard.guard.tree.StatementTree;
import io.custard.guard.tree.TreeWalk;
import io.custard.guard.tree.UnparseableText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one way through the guard, the same for every dialect: read the tokens, hold them to the
 * rules, parse, walk the tree.
 */
public final class GrammarJudge {
  private final Grammar grammar;
  private final BoundedParser parser = new BoundedParser();

  public GrammarJudge(Grammar grammar) {
    this.grammar = grammar;
  }

  /**
   * Judges a text that is within the length limit.
   *
   * @throws Refusal if the text must not be sent
   */
  public Verdict.Accepted judge(String sql, GuardLimits limits, GuardPolicy policy) throws Refusal {
    List<Token> tokens = withoutTrailingSemicolons(read(sql));
    SizeRule.checkTokens(tokens, limits);
    Statement statement = match(tokens);
    SizeRule.checkParts(statement, limits);
    int start = grammar.queryStart(statement);
    List<String> functions = new CallRule(grammar, policy).check(statement, start);
    grammar.checkRelations(statement, start);
    NamesRead names = namesRead(statement, grammar.skeleton(statement, start));
    RelationPlaces places = new RelationPlaces(statement, start);
    return new Verdict.Accepted(
        places.canonical(),
        names.relations(),
        names.columns(),
        functions,
        places.of(names.places()));
  }

  /**
   * The tokens and the tree of a text that was accepted; judges nothing but its size.
   *
   * @throws Refusal if it is no statement that could have been accepted
   */
  public StatementTree tree(String accepted, GuardLimits limits) throws Refusal {
    SizeRule.checkLength(accepted, limits);
    List<Token> tokens = withoutTrailingSemicolons(read(accepted));
    SizeRule.checkTokens(tokens, limits);
    Statement statement = match(tokens);
    Skeleton skeleton = grammar.skeleton(statement, grammar.queryStart(statement));
    return new StatementTree(statement, parse(statement, skeleton));
  }

  private List<Token> read(String sql) throws Refusal {
    try {
      return grammar.lexer().read(sql);
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

  private NamesRead namesRead(Statement statement, Skeleton skeleton) throws Refusal {
    TreeWalk walk = new TreeWalk(grammar.nodes(), naming(statement), grammar::readsWholeRow);
    Optional<TreeWalk.Forbidden> forbidden = walk.firstForbidden(parse(statement, skeleton));
    if (forbidden.isPresent()) {
      int token = forbidden.get().nearestName().map(Skeleton::tokenOf).orElse(0);
      throw new Refusal(
          RefusalCode.SQL_CONSTRUCT_NOT_ALLOWED,
          "The statement uses " + forbidden.get().what() + ", which is not allowed; leave it out.",
          statement.at(Math.max(0, token)).position());
    }
    return walk.names();
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

  private Naming naming(Statement statement) {
    return new Naming(
        standIn -> named(standIn, statement, grammar::nameOf),
        standIn -> named(standIn, statement, grammar::withNameOf));
  }

  private static String named(String standIn, Statement statement, Function<Token, String> naming) {
    int token = Skeleton.tokenOf(standIn);
    return token < 0 ? standIn : naming.apply(statement.at(token));
  }

  private static String sentence(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
