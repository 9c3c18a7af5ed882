package io.custard.guard.rule;

import io.custard.guard.GuardPolicy;
import io.custard.guard.RefusalCode;
import io.custard.guard.text.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every name in front of an opening parenthesis must be a reading function, or stand where the
 * grammar has no room for a call. The rule works on tokens, so there is no position in which a call
 * could hide from it.
 */
final class CallRule {
  private static final int MOST_SHOWN = 100;

  private final Grammar grammar;
  private final GuardPolicy policy;

  CallRule(Grammar grammar, GuardPolicy policy) {
    this.grammar = grammar;
    this.policy = policy;
  }

  /** Checks the statement from a token on; returns the functions called, folded, each once. */
  List<String> check(Statement statement, int from) throws Refusal {
    Set<String> functions = new LinkedHashSet<>();
    for (int i = from; i < statement.size(); i++) {
      if (statement.at(i).isNamed()
          && statement.at(i + 1).isMark("(")
          && grammar.isCall(statement, i)) {
        functions.add(function(statement, i));
      }
    }
    return List.copyOf(functions);
  }

  private String function(Statement statement, int at) throws Refusal {
    Optional<String> builtIn = grammar.builtIn(statement, at);
    String name = builtIn.orElseGet(() -> statement.chainName(at));
    boolean listed = builtIn.isPresent() && grammar.functions().contains(name);
    if (policy.deniedFunctions().contains(name)
        || !(listed || policy.allowedFunctions().contains(name))) {
      throw new Refusal(
          RefusalCode.SQL_FUNCTION_NOT_ALLOWED,
          "The function " + shown(name) + " is not on the list of reading functions; leave it out.",
          statement.at(statement.chainStart(at)).position());
    }
    return name;
  }

  // A name may be as long as the text.
  private static String shown(String name) {
    return name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "…";
  }
}
