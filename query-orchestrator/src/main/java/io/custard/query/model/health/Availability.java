package io.custard.query.model.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model answers, as one replica knows.
 *
 * @param since when this was found first; null: always
 * @param reason why it does not: {@code unreachable}, {@code late}, {@code key_refused} or {@code
 *     address_refused}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Availability(State state, @Nullable Instant since, @Nullable String reason) {
  /** What needs nobody is always there. */
  public static final Availability ALWAYS = new Availability(State.AVAILABLE, null, null);

  /** What is known. */
  public enum State {
    AVAILABLE,
    UNAVAILABLE,
    UNKNOWN;

    /** As the API writes it. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
