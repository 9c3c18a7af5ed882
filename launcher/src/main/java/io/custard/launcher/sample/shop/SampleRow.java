package io.custard.launcher.sample.shop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a sample table as text, in the order of its columns; null is SQL's NULL. */
public record SampleRow(List<@Nullable String> values) {
  public SampleRow {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  static SampleRow of(@Nullable Object... values) {
    List<@Nullable String> texts = new ArrayList<>(values.length);
    for (Object value : values) {
      texts.add(value == null ? null : value.toString());
    }
    return new SampleRow(texts);
  }
}
