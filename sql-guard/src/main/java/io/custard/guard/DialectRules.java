package io.custard.guard;

/**
 * What the guard knows of one dialect. A further dialect is one implementation: its lexer, its word
 * lists and its way of rewriting a statement for the parser.
 */
interface DialectRules {

  /**
   * Judges a text that is within the length limit.
   *
   * @throws Refusal if the text must not be sent
   */
  Verdict.Accepted judge(String sql, GuardLimits limits) throws Refusal;
}
