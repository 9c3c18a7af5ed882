package io.custard.conversation.words;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that some words mean: a half-open range.
 *
 * @param from null for no beginning
 * @param until null for no end
 * @param length how many words they take
 */
public record Days(@Nullable LocalDate from, @Nullable LocalDate until, int length) {
  Days longer(int more) {
    return new Days(from, until, length + more);
  }
}
