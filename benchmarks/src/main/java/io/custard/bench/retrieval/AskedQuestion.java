package io.custard.bench.retrieval;

import io.custard.protocol.TableName;
import java.util.Set;

/**
 * A question with the tables that a right answer reads.
 *
 * @param set {@code plain}, or the wording its file is named by, such as {@code syn}
 * @param columns names of columns that the right statement names, in lower case
 */
record AskedQuestion(String set, String text, Set<TableName> tables, Set<String> columns) {
  AskedQuestion {
    tables = Set.copyOf(tables);
    columns = Set.copyOf(columns);
  }
}
