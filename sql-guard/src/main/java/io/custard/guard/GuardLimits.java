package io.custard.guard;

/**
 * Size limits that hold before any parser runs, so that no text is expensive to refuse.
 *
 * @param maxLength characters of the text
 * @param maxTokens tokens of the statement
 * @param maxDepth parentheses, brackets and CASE expressions open at the same time
 * @param maxJoins JOIN keywords in the whole statement
 * @param maxSetOperations UNION, INTERSECT and EXCEPT in the whole statement
 * @param maxCtes WITH queries in the whole statement
 * @param maxListItems items separated by commas within one pair of parentheses or brackets, or at
 *     the top
 */
public record GuardLimits(
    int maxLength,
    int maxTokens,
    int maxDepth,
    int maxJoins,
    int maxSetOperations,
    int maxCtes,
    int maxListItems) {

  /** Limits wide enough for reports written by people and models, small enough for any agent. */
  public static GuardLimits defaults() {
    return new GuardLimits(32 * 1024, 4_000, 50, 50, 50, 30, 500);
  }
}
