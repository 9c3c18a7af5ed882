package io.custard.translate.read;

import io.custard.translate.link.Adjectives;
import io.custard.translate.link.Mention;
import org.jspecify.annotations.Nullable;

/** What an order goes by. */
public sealed interface Rank {
  /** A column, or an aggregate of it for each group. */
  record ByColumn(@Nullable Fn fn, Mention column) implements Rank {}

  /** How many of a thing there are for each; without a thing, how many rows. */
  record ByCount(@Nullable Mention thing) implements Rank {}

  /** An adjective, which finds its column in the table of the thing. */
  record ByAdjective(Adjectives.Sense sense, @Nullable Mention thing) implements Rank {}

  /** The first thing shown. */
  record ByFirstPick() implements Rank {}
}
