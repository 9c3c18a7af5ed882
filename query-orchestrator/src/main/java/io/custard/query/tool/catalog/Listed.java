package io.custard.query.tool.catalog;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first of what was asked for.
 *
 * @param more whether there are others: search for what is meant
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
record Listed<T>(List<T> items, boolean more) {

  static <T> Listed<T> of(Stream<T> all, int limit) {
    List<T> found = all.limit(limit + 1L).toList();
    return new Listed<>(found.stream().limit(limit).toList(), found.size() > limit);
  }

  /** Whether a text of something holds the words looked for, in upper or lower case. */
  static boolean matches(@Nullable String wanted, Stream<@Nullable String> texts) {
    if (wanted == null) {
      return true;
    }
    Function<String, String> folded = text -> text.toLowerCase(Locale.ROOT);
    String looked = folded.apply(wanted.strip());
    return texts.anyMatch(text -> text != null && folded.apply(text).contains(looked));
  }
}
