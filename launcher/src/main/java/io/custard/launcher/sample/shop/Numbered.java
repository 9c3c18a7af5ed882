package io.custard.launcher.sample.shop;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of things whose number is simply their place in a list, counted from 1. */
final class Numbered {
  private Numbered() {}

  interface ToRow<T> {
    SampleRow row(int number, T thing);
  }

  static <T> Stream<SampleRow> rows(List<T> things, ToRow<T> toRow) {
    return IntStream.range(0, things.size()).mapToObj(i -> toRow.row(i + 1, things.get(i)));
  }
}
