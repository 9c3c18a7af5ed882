package io.custard.query.answer;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the answer: how numbers and dates are written there, and what time it is. Words are
 * English or German.
 */
public record Reader(Locale locale, ZoneId zone) {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int LONGEST_HEADER = 200;
  private static final Set<String> LANGUAGES =
      Arrays.stream(Locale.getAvailableLocales())
          .map(Locale::getLanguage)
          .filter(language -> !language.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  /** English and UTC, for readers who do not say. */
  public static final Reader UNKNOWN = new Reader(Locale.ENGLISH, UTC);

  /**
   * By the headers of a request. What cannot be read is as if it were absent.
   *
   * @param acceptLanguage languages with their weights, as browsers send them
   * @param timeZone a name such as {@code Europe/Berlin}
   */
  public static Reader of(@Nullable String acceptLanguage, @Nullable String timeZone) {
    return new Reader(locale(acceptLanguage), zone(timeZone));
  }

  private static Locale locale(@Nullable String acceptLanguage) {
    return ranges(acceptLanguage).stream()
        .map(range -> Locale.forLanguageTag(range.getRange()))
        .filter(locale -> LANGUAGES.contains(locale.getLanguage()))
        .findFirst()
        .map(Reader::plain)
        .orElse(Locale.ENGLISH);
  }

  private static List<LanguageRange> ranges(@Nullable String acceptLanguage) {
    if (acceptLanguage == null
        || acceptLanguage.isBlank()
        || acceptLanguage.length() > LONGEST_HEADER) {
      return List.of();
    }
    try {
      return LanguageRange.parse(acceptLanguage);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** Language and region only: extensions would let a header choose calendars and digits. */
  private static Locale plain(Locale locale) {
    return Locale.of(locale.getLanguage(), locale.getCountry());
  }

  private static ZoneId zone(@Nullable String timeZone) {
    if (timeZone == null) {
      return UTC;
    }
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      return UTC;
    }
  }

  Phrases phrases() {
    return Phrases.of(locale);
  }
}
