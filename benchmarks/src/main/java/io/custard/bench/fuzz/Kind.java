package io.custard.bench.fuzz;

/** How a text is made. */
enum Kind {
  /** Characters that matter to some lexer, in any order. */
  CHARACTERS,
  /** Words and marks of all dialects, in any order. */
  WORDS,
  /** Statements of a grammar, most of them valid. */
  GRAMMAR,
  /** Statements with a few small damages. */
  DAMAGED,
  /** Brackets, calls, subqueries and CASE within each other, down to the limit and below. */
  NESTED,
  /** One link repeated up to the limit of length. */
  CHAINS,
  /** Forms known to have been exponential for parsers. */
  PATTERNS
}
