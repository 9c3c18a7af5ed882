package io.custard.translate.read;

import io.custard.translate.link.Mention;
import org.jspecify.annotations.Nullable;

/** Something the question asks to be shown. */
public sealed interface Pick {
  /** A column. */
  record OfColumn(Mention column) implements Pick {}

  /** An aggregate of a column. */
  record OfAggregate(Fn fn, boolean distinct, Mention column) implements Pick {}

  /** How many of a thing there are; without a thing, of what the question is about. */
  record OfCount(@Nullable Mention thing, boolean distinct) implements Pick {}

  /** The thing itself. */
  record OfThing(Mention thing, Shown shown) implements Pick {}

  /** How much of a thing is shown. */
  enum Shown {
    /** What names it. */
    NAME,
    /** All its columns, when that was said. */
    ROW,
    /** All its columns when nothing else is asked, else what names it. */
    BROWSED
  }
}
