package io.custard.agent.database.postgresql;

/** A fixed phrase for each SQLSTATE that readers meet; none of them holds a value. */
final class SqlStates {
  private SqlStates() {}

  static String phrase(String state) {
    return switch (state) {
      case "42P01" -> "a table does not exist";
      case "42703" -> "a column does not exist";
      case "42883" -> "a function or operator does not exist for these types";
      case "42601" -> "the syntax is wrong";
      case "42803" -> "a column must be grouped or aggregated";
      case "42702" -> "a column name is ambiguous";
      case "42804", "42846" -> "the types do not fit";
      case "42501" -> "the agent's role may not read this";
      case "42P10", "42P09" -> "a reference to a column is not valid";
      case "22012" -> "a division by zero";
      case "22P02", "22007", "22008" -> "a value cannot be converted";
      case "21000" -> "a subquery returned more than one row";
      case "55P03" -> "a lock was not granted in time";
      case "53100" -> "the server's disk is full";
      case "53200" -> "the server is out of memory";
      case "53400" -> "a limit of the server was reached";
      default -> phraseOfClass(state.substring(0, Math.min(2, state.length())));
    };
  }

  private static String phraseOfClass(String stateClass) {
    return switch (stateClass) {
      case "0A" -> "the server does not support this";
      case "22" -> "a value is not valid for an operation";
      case "25" -> "the transaction does not allow this";
      case "40" -> "the server had to undo the transaction; try again";
      case "42" -> "the statement does not fit the schema";
      case "53" -> "the server is short of resources";
      case "54" -> "the statement is too complex";
      case "58", "XX" -> "the server had an internal error";
      default -> "see the agent's log";
    };
  }
}
