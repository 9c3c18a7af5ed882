package io.custard.guard.standard;

import io.custard.guard.rule.Grammar;
import io.custard.guard.rule.Refusal;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Lexer;
import io.custard.guard.text.Lexicon;
import io.custard.guard.text.Scanner;
import io.custard.guard.text.Statement;
import io.custard.guard.text.WordLists;
import io.custard.guard.tree.AllowedNodes;
import java.util.Optional;
import java.util.Set;

/**
 * A grammar made of the standard parts and the word lists in one folder: {@code keywords.txt},
 * {@code statements.txt}, {@code functions.txt}, {@code relations.txt}, {@code nodes.txt}.
 */
public abstract class StandardGrammar implements Grammar {
  protected final Keywords keywords;
  protected final StatementRule statements;
  private final Lexer lexer;
  private final Calls calls;
  private final RelationRule relations;
  private final Set<String> functions;
  private final AllowedNodes nodes;

  /**
   * @param folder where the word lists are
   * @param beforeExpression key words whose parenthesis is followed by an expression
   */
  protected StandardGrammar(String folder, Lexicon lexicon, Set<String> beforeExpression) {
    this.lexer = new Scanner(lexicon);
    this.keywords = Keywords.load(folder + "/keywords.txt");
    this.statements = new StatementRule(keywords, folder + "/statements.txt");
    this.calls = new Calls(keywords, beforeExpression);
    this.relations = new RelationRule(folder + "/relations.txt");
    this.functions = WordLists.load(folder + "/functions.txt").all();
    this.nodes = AllowedNodes.load("nodes.txt", folder + "/nodes.txt");
  }

  @Override
  public Lexer lexer() {
    return lexer;
  }

  @Override
  public int queryStart(Statement statement) throws Refusal {
    int start = statement.at(0).isWord("explain") ? explainEnd(statement) : 0;
    statements.check(statement, start);
    return start;
  }

  /** The index behind EXPLAIN and its options; refuses options that run the statement. */
  protected int explainEnd(Statement statement) throws Refusal {
    throw StatementRule.notReadOnly(
        statement.at(0), "Only reading is allowed, and this is EXPLAIN");
  }

  @Override
  public boolean isCall(Statement statement, int at) {
    return calls.isCall(statement, at);
  }

  @Override
  public Optional<String> builtIn(Statement statement, int at) {
    return statement.chainStart(at) == at
        ? Optional.of(Characters.foldAscii(statement.at(at).name()))
        : Optional.empty();
  }

  @Override
  public Set<String> functions() {
    return functions;
  }

  @Override
  public void checkRelations(Statement statement, int from) throws Refusal {
    relations.check(statement, from);
  }

  @Override
  public AllowedNodes nodes() {
    return nodes;
  }
}
