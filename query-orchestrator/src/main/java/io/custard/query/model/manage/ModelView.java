package io.custard.query.model.manage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.model.health.Availability;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A model as people see it; nobody sees its key.
 *
 * @param model what its endpoint calls it; absent for the built-in translator
 * @param usual whether it is asked where nobody chooses
 * @param settings of a model of the organisation, for its administrators only
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelView(
    String name,
    @Nullable String model,
    List<String> aliases,
    boolean usual,
    Source source,
    Availability availability,
    @Nullable SettingsView settings) {

  /** Who added it. */
  public enum Source {
    BUILT_IN,
    INSTALLATION,
    ORGANISATION;

    /** As the API writes it. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether there is a key. */
  public enum KeyState {
    NONE,
    KEPT,
    /** Its master key is gone from the configuration; give it again. */
    UNREADABLE;

    /** As the API writes it. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an administrator may change. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record SettingsView(
      String baseUrl,
      KeyState apiKey,
      int contextTokens,
      int answerTokens,
      long timeoutSeconds,
      String json,
      long version) {}

  /** All there are: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<ModelView> items, @Nullable String nextCursor) {
    public Page {
      items = List.copyOf(items);
    }
  }
}
