package io.custard.guard.text;

import java.util.Set;

/**
 * Where the canonical text leaves the blank between two tokens out, so that people can read it.
 * Only around marks that never join with what stands beside them into another token, in any
 * dialect: parentheses, brackets, the comma, the dot between names and the double colon.
 */
final class Spacing {
  /** Words that open a parenthesis of their own and look better with room before it. */
  private static final Set<String> APART =
      Set.of(
          "all",
          "and",
          "any",
          "as",
          "between",
          "by",
          "case",
          "distinct",
          "else",
          "except",
          "exists",
          "filter",
          "from",
          "having",
          "ilike",
          "in",
          "intersect",
          "is",
          "join",
          "lateral",
          "like",
          "limit",
          "not",
          "offset",
          "on",
          "or",
          "over",
          "select",
          "some",
          "then",
          "union",
          "using",
          "values",
          "when",
          "where",
          "with",
          "within");

  private Spacing() {}

  /** Whether the second token follows the first without a blank. */
  static boolean close(Token before, Token after) {
    if (before.isMark("(") || before.isMark("[")) {
      return true;
    }
    if (after.isMark(",") || after.isMark(")") || after.isMark("]")) {
      return true;
    }
    if (after.isMark("(")) {
      return before.kind() == TokenKind.QUOTED_NAME
          || (before.kind() == TokenKind.WORD && !APART.contains(before.name()));
    }
    if (after.isMark(".") || after.isMark("[") || after.isMark("::")) {
      return before.isNamed() || before.isMark(")") || before.isMark("]");
    }
    return (before.isMark(".") && (after.isNamed() || after.isMark("*")))
        || (before.isMark("::") && after.isNamed());
  }
}
