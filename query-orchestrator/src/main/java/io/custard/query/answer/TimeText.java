package io.custard.query.answer;

import io.custard.protocol.ColumnType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Dates and times in the reader's medium form; moments in the reader's zone, which is named. */
record TimeText(Reader reader) {
  private static final FormatStyle MEDIUM = FormatStyle.MEDIUM;
  private static final DateTimeFormatter BOTH = DateTimeFormatter.ofLocalizedDateTime(MEDIUM);

  /** Empty for what is no such date or time: infinity, day 0, a time beyond 24 hours, year 0. */
  Optional<String> of(String iso, ColumnType type) {
    try {
      return switch (type) {
        case DATE -> dated(LocalDate.parse(iso), DateTimeFormatter.ofLocalizedDate(MEDIUM));
        case TIME ->
            Optional.of(localised(LocalTime.parse(iso), DateTimeFormatter.ofLocalizedTime(MEDIUM)));
        case TIMESTAMP -> dated(LocalDateTime.parse(iso), BOTH);
        case TIMESTAMPTZ -> moment(OffsetDateTime.parse(iso));
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<String> moment(OffsetDateTime at) {
    ZonedDateTime there = at.atZoneSameInstant(reader.zone());
    return dated(there, BOTH)
        .map(text -> text + " " + localised(there, DateTimeFormatter.ofPattern("z")));
  }

  /** The medium form has no era, so years before 1 would read as years after it. */
  private Optional<String> dated(TemporalAccessor date, DateTimeFormatter form) {
    return date.get(ChronoField.YEAR) < 1 ? Optional.empty() : Optional.of(localised(date, form));
  }

  private String localised(TemporalAccessor time, DateTimeFormatter form) {
    return form.withLocale(reader.locale()).format(time);
  }
}
