package io.custard.query.check;

import java.util.Set;

/** The phrases of the agents' engines for what databases refuse; none of them holds a value. */
final class SafePhrases {
  static final Set<String> ALL =
      Set.of(
          // PostgreSQL
          "a table does not exist",
          "a column does not exist",
          "a function or operator does not exist for these types",
          "the syntax is wrong",
          "a column must be grouped or aggregated",
          "a column name is ambiguous",
          "the types do not fit",
          "the agent's role may not read this",
          "a reference to a column is not valid",
          "a division by zero",
          "a value cannot be converted",
          "a subquery returned more than one row",
          "a lock was not granted in time",
          "the server's disk is full",
          "the server is out of memory",
          "a limit of the server was reached",
          "the server does not support this",
          "a value is not valid for an operation",
          "the transaction does not allow this",
          "the server had to undo the transaction; try again",
          "the statement does not fit the schema",
          "the server is short of resources",
          "the statement is too complex",
          "the server had an internal error",
          "see the agent's log",
          // MySQL and MariaDB
          "a schema does not exist",
          "a function does not exist",
          "the numbers of columns do not fit",
          "a value cannot be converted or is out of range",
          "the server's disk is full or failed",
          "a temporary table became too large",
          "a function's arguments do not fit",
          "this kind of statement cannot be prepared",
          // SQLite
          "it names a table that does not exist",
          "it names a column that does not exist",
          "it calls a function that does not exist",
          "a column's name fits more than one table",
          "a function has the wrong number of arguments",
          "an aggregate stands where it must not",
          "it needs a right that the agent's sessions do not have",
          "it is nested too deeply",
          "the parts of a UNION differ in their columns",
          "a value or the statement is larger than it may be",
          "it needs more memory than there is",
          "it cannot be run as it is",
          // DuckDB
          "a value of it cannot be represented",
          "it needs more memory than a session may have",
          "its syntax is wrong",
          "it names something that does not exist",
          "its names or types do not fit together",
          "a value is out of its type's range",
          "a function cannot take its arguments");

  private SafePhrases() {}
}
