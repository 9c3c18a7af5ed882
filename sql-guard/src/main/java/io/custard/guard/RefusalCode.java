package io.custard.guard;

/**
 * Why a statement was refused. The names travel as wire codes: they are never renamed or reused.
 */
public enum RefusalCode {
  /** Nothing but blanks, comments and semicolons. */
  SQL_EMPTY,
  /** One of the {@link GuardLimits} is exceeded. */
  SQL_TOO_LARGE,
  /** The text cannot be cut into tokens: unterminated literal, control character, parameter. */
  SQL_UNREADABLE,
  /** The tokens do not form a statement the guard's parser knows. */
  SQL_UNPARSEABLE,
  /** Something follows the first semicolon. */
  SQL_MULTIPLE_STATEMENTS,
  /** A write, a definition, a session command, INTO, a row lock or a data-modifying WITH. */
  SQL_NOT_READ_ONLY,
  /** A call of a function that is not on the dialect's list of reading functions. */
  SQL_FUNCTION_NOT_ALLOWED,
  /** A catalogue relation that holds credentials or is not known to be harmless. */
  SQL_RELATION_NOT_ALLOWED,
  /** The statement parses, but contains a part the guard has no rule for. */
  SQL_CONSTRUCT_NOT_ALLOWED,
  /** The name of the dialect is not known; used by whoever looks for a guard. */
  SQL_DIALECT_UNSUPPORTED
}
