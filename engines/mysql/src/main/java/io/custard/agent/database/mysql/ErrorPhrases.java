package io.custard.agent.database.mysql;

/** A fixed phrase for each error that readers meet; none of them holds a value. */
final class ErrorPhrases {
  private ErrorPhrases() {}

  static String of(int error) {
    return switch (error) {
      case 1146, 1109 -> "a table does not exist";
      case 1049 -> "a schema does not exist";
      case 1054 -> "a column does not exist";
      case 1305, 1630, 1128 -> "a function does not exist";
      case 1064, 1149 -> "the syntax is wrong";
      case 1055, 1140, 1056 -> "a column must be grouped or aggregated";
      case 1052 -> "a column name is ambiguous";
      case 1045, 1142, 1143, 1044, 1227, 1370, 1345 -> "the agent's role may not read this";
      case 1365 -> "a division by zero";
      case 1241, 1222 -> "the numbers of columns do not fit";
      case 1242 -> "a subquery returned more than one row";
      case 1292, 1366, 1264, 1690, 1411 -> "a value cannot be converted or is out of range";
      case 1205 -> "a lock was not granted in time";
      case 1213 -> "the server had to undo the transaction; try again";
      case 1021, 1030 -> "the server's disk is full or failed";
      case 1037, 1038, 1041 -> "the server is out of memory";
      case 1104, 1153, 1301 -> "a limit of the server was reached";
      case 1114 -> "a temporary table became too large";
      case 1582, 1583, 1584 -> "a function's arguments do not fit";
      case 1295 -> "this kind of statement cannot be prepared";
      case 1235, 1289 -> "the server does not support this";
      default -> "see the agent's log";
    };
  }
}
