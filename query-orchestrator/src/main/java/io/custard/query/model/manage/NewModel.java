package io.custard.query.model.manage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.model.store.Settings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model somebody wants to add.
 *
 * @param baseUrl with the version, such as {@code https://api.openai.com/v1}
 * @param model what its endpoint calls it
 * @param apiKey never shown again; absent: none is sent
 * @param contextTokens that fit into one call; absent: 16,384
 * @param answerTokens of an answer at most; absent: 1,024
 * @param timeoutSeconds for one call; absent: 30
 * @param json how it is told to answer with JSON; absent: {@code schema}
 * @param usual whether it is asked where nobody chooses; takes that from another
 */
@JsonNaming(SnakeCaseStrategy.class)
record NewModel(
    @NotNull @Pattern(regexp = ModelForm.NAME, message = ModelForm.NAME_FORM) String name,
    @NotNull @Size(max = ModelForm.LONGEST) String baseUrl,
    @NotNull @Size(max = 200) @Pattern(regexp = ModelForm.SHOWABLE) String model,
    @Nullable
        @Size(min = 1, max = ModelForm.LONGEST_KEY)
        @Pattern(regexp = ModelForm.KEY, message = ModelForm.KEY_FORM)
        String apiKey,
    @Nullable @Size(max = ModelForm.MOST_ALIASES)
        List<@NotNull @Pattern(regexp = ModelForm.NAME, message = ModelForm.NAME_FORM) String>
            aliases,
    @Nullable @Min(2_048) @Max(4_194_304) Integer contextTokens,
    @Nullable @Min(128) @Max(131_072) Integer answerTokens,
    @Nullable @Min(1) @Max(600) Integer timeoutSeconds,
    @Nullable @Pattern(regexp = ModelForm.JSON, message = ModelForm.JSON_FORM) String json,
    @Nullable Boolean usual) {

  Settings settings() {
    return new Settings(
        ModelForm.address(baseUrl),
        model.strip(),
        aliases == null ? List.of() : aliases,
        Objects.requireNonNullElse(contextTokens, 16_384),
        Objects.requireNonNullElse(answerTokens, 1_024),
        Duration.ofSeconds(Objects.requireNonNullElse(timeoutSeconds, 30)),
        ModelForm.json(Objects.requireNonNullElse(json, "schema")),
        Boolean.TRUE.equals(usual));
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "NewModel[" + name + "]";
  }
}
