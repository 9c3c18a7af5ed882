package io.custard.launcher.sample.shop;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table of the sample database. Its rows are turned into text one by one while they are read, and
 * may be read as often as wanted.
 */
public record SampleTable(String name, List<String> columns, Supplier<Stream<SampleRow>> source) {
  public SampleTable {
    columns = List.copyOf(columns);
  }

  public Stream<SampleRow> rows() {
    return source.get();
  }

  /** Where a column stands in each row. */
  public int indexOf(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column + " in " + name);
    }
    return index;
  }
}
