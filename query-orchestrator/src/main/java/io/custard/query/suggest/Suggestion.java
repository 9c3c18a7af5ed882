package io.custard.query.suggest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question that has an answer.
 *
 * @param kind what it is about
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Suggestion(String question, Kind kind) {
  public Suggestion {
    Objects.requireNonNull(question);
    Objects.requireNonNull(kind);
  }

  /** What a question may be about. */
  public enum Kind {
    /** How many there are. */
    COUNT,
    /** How many there are of each sort. */
    GROUPING,
    /** Which have the most of something. */
    TOP,
    /** A figure for each sort. */
    FIGURE;

    /** As the API writes it. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All there are: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<Suggestion> items, @Nullable String nextCursor) {
    public Page {
      items = List.copyOf(items);
    }
  }
}
