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
 * What is to be different about a model; what is absent stays. Its name stays: delete it and add
 * another.
 *
 * @param apiKey empty: from now on none
 */
@JsonNaming(SnakeCaseStrategy.class)
record ModelChange(
    @Nullable @Size(max = ModelForm.LONGEST) String baseUrl,
    @Nullable @Size(max = 200) @Pattern(regexp = ModelForm.SHOWABLE) String model,
    @Nullable
        @Size(max = ModelForm.LONGEST_KEY)
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

  Settings on(Settings before) {
    return new Settings(
        baseUrl == null ? before.baseUrl() : ModelForm.address(baseUrl),
        model == null ? before.id() : model.strip(),
        Objects.requireNonNullElse(aliases, before.aliases()),
        Objects.requireNonNullElse(contextTokens, before.contextTokens()),
        Objects.requireNonNullElse(answerTokens, before.answerTokens()),
        timeoutSeconds == null ? before.timeout() : Duration.ofSeconds(timeoutSeconds),
        json == null ? before.json() : ModelForm.json(json),
        Objects.requireNonNullElse(usual, before.usual()));
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "ModelChange[]";
  }
}
