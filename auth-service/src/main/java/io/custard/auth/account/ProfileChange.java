package io.custard.auth.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changes of their profile: what is absent stays, what is empty is removed.
 *
 * @param locale a BCP 47 tag, such as {@code pt-BR}
 * @param timeZone a name of the time zone database, such as {@code Europe/Lisbon}
 */
@JsonNaming(SnakeCaseStrategy.class)
record ProfileChange(
    @Nullable @Size(max = 100) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*") String name,
    @Nullable @Size(max = 35) String locale,
    @Nullable @Size(max = 50) String timeZone) {

  @JsonIgnore
  @AssertTrue(message = "a language tag such as en-GB")
  boolean isLocaleGood() {
    if (locale == null || locale.isEmpty()) {
      return true;
    }
    try {
      return !new Locale.Builder().setLanguageTag(locale).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  @JsonIgnore
  @AssertTrue(message = "a time zone such as Europe/Lisbon")
  boolean isTimeZoneGood() {
    return timeZone == null
        || timeZone.isEmpty()
        || ZoneId.getAvailableZoneIds().contains(timeZone);
  }

  static @Nullable String changed(@Nullable String said, @Nullable String before) {
    if (said == null) {
      return before;
    }
    return said.isBlank() ? null : said.strip();
  }
}
