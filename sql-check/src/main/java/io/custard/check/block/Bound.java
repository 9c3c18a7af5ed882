package io.custard.check.block;

import io.custard.check.schema.Field;

/**
 * A column the statement names, and what it means.
 *
 * @param first the first token of its name
 * @param last the last token of its name
 */
public record Bound(Source source, Field field, int first, int last) {
  public Slot slot() {
    return new Slot(source.id(), field.key());
  }

  /** Its name for people. */
  public String shown() {
    return source.shown() + "." + field.shown();
  }
}
