package io.custard.guard.rule;

import io.custard.guard.GuardLimits;
import io.custard.guard.RefusalCode;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import java.util.List;

/** Holds a statement to the {@link GuardLimits} before any parser sees it. */
public final class SizeRule {
  private final GuardLimits limits;
  private int joins;
  private int setOperations;
  private int ctes;

  private SizeRule(GuardLimits limits) {
    this.limits = limits;
  }

  public static void checkLength(String sql, GuardLimits limits) throws Refusal {
    atMost(sql.length(), limits.maxLength(), "characters", limits.maxLength());
  }

  static void checkTokens(List<Token> tokens, GuardLimits limits) throws Refusal {
    if (tokens.size() > limits.maxTokens()) {
      atMost(
          tokens.size(), limits.maxTokens(), "tokens", tokens.get(limits.maxTokens()).position());
    }
  }

  static void checkParts(Statement statement, GuardLimits limits) throws Refusal {
    new SizeRule(limits).check(statement);
  }

  private void check(Statement statement) throws Refusal {
    int depth = 0;
    int[] commas = new int[statement.size() + 1];
    for (int i = 0; i < statement.size(); i++) {
      Token token = statement.at(i);
      int position = token.position();
      boolean label = statement.at(i - 1).isMark(".") || statement.at(i - 1).isWord("as");
      if (token.isMark("(")
          || token.isMark("[")
          || token.isMark("{")
          || (token.isWord("case") && !label)) {
        depth++;
      } else if (token.isMark(")")
          || token.isMark("]")
          || token.isMark("}")
          || (token.isWord("end") && !label)) {
        depth--;
      } else if (token.isMark(",")) {
        commas[statement.enclosing(i) + 1]++;
      }
      count(statement, i);
      atMost(depth, limits.maxDepth(), "nested levels", position);
      atMost(commas[statement.enclosing(i) + 1], limits.maxListItems() - 1, "list items", position);
      atMost(joins, limits.maxJoins(), "joins", position);
      atMost(setOperations, limits.maxSetOperations(), "set operations", position);
      atMost(ctes, limits.maxCtes(), "WITH queries", position);
    }
  }

  private void count(Statement statement, int at) {
    Token token = statement.at(at);
    if (token.isWord("join")) {
      joins++;
    } else if (token.isWord("union") || token.isWord("intersect") || token.isWord("except")) {
      setOperations++;
    } else if (token.isMark("(")
        && (statement.at(at - 1).isWord("as") || statement.at(at - 1).isWord("materialized"))) {
      ctes++;
    }
  }

  private static void atMost(int found, int limit, String what, int position) throws Refusal {
    if (found > limit) {
      throw new Refusal(
          RefusalCode.SQL_TOO_LARGE,
          "The statement has more than the allowed number of " + what + "; make it smaller.",
          position);
    }
  }
}
