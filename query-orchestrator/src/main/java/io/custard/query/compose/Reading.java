package io.custard.query.compose;

import io.custard.query.draft.Draft;
import io.custard.query.draft.Usage;
import io.custard.query.model.Models;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a question became a statement.
 *
 * @param explanation one sentence; null where a model gave none that may be shown
 * @param answerTemplate the built-in translator's answer, with references instead of figures
 * @param draft by which model; null: the built-in translator did it
 */
public record Reading(
    @Nullable String explanation,
    @Nullable String answerTemplate,
    @Nullable Draft draft,
    List<String> warnings) {
  public Reading {
    warnings = List.copyOf(warnings);
  }

  static Reading of(Draft draft) {
    return new Reading(draft.reading(), null, draft, List.of());
  }

  Reading warned(String warning) {
    return new Reading(
        explanation,
        answerTemplate,
        draft,
        Stream.concat(Stream.of(warning), warnings.stream()).toList());
  }

  /** The name of the model, or of the built-in translator. */
  public String model() {
    return draft == null ? Models.BUILT_IN : draft.made().model().name();
  }

  /** Null: no model was asked. */
  public @Nullable Usage usage() {
    return draft == null ? null : draft.made().usage();
  }
}
