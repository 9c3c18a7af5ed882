package io.custard.translate.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to name a table or column.
 *
 * @param stems the words, in any order
 * @param score 1 for the whole name, less for a part of it
 * @param owned whether the words hold the name of the column's table, and so say which one is meant
 */
record Form(
    List<String> stems, double score, boolean owned, TableNode table, @Nullable ColumnNode column) {
  Form {
    stems = List.copyOf(stems);
  }
}
