package io.custard.connection.audit.trail;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is null does not matter.
 *
 * @param from and later
 * @param to and earlier, itself left out
 * @param action {@code area.deed}, or an area, which means all of its deeds
 * @param outcome {@code OK}, an error code, or {@code failed}: whatever is not {@code OK}
 */
record AuditFilter(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String actor,
    @Nullable String action,
    @Nullable String outcome,
    @Nullable UUID connection) {
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern ACTOR = Pattern.compile("[a-z-]{1,40}(:[^\\p{Cc}]{1,150})?");
  private static final Pattern ACTION = Pattern.compile("[a-z-]{1,60}([.][a-z-]{1,60})?");
  private static final Pattern OUTCOME = Pattern.compile("[A-Z_]{1,100}|failed");

  /** Fails with {@code REQUEST_INVALID} and the name of what cannot be read. */
  static AuditFilter of(AuditParameters asked) {
    return new AuditFilter(
        read("from", asked.from(), AuditFilter::instant),
        read("to", asked.to(), AuditFilter::instant),
        read("actor", asked.actor(), AuditFilter::actor),
        read("action", asked.action(), text -> matching(ACTION, text)),
        read("outcome", asked.outcome(), text -> matching(OUTCOME, text)),
        read("connection_id", asked.connectionId(), text -> UUID.fromString(matching(ID, text))));
  }

  /** The same, but nothing from this moment on. */
  AuditFilter until(Instant moment) {
    Instant earlier = to == null || to.isAfter(moment) ? moment : to;
    return new AuditFilter(from, earlier, actor, action, outcome, connection);
  }

  static CustardException unreadable(String parameter) {
    return new CustardException(
        ErrorCode.REQUEST_INVALID, "The parameter " + parameter + " cannot be read.");
  }

  private static <T> @Nullable T read(
      String name, @Nullable String text, Function<String, T> reader) {
    try {
      return text == null ? null : reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable(name);
    }
  }

  private static Instant instant(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant();
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException("out of bounds");
    }
    return instant;
  }

  /** An id alone is that of a person. */
  private static String actor(String text) {
    return ID.matcher(text).matches() ? "user:" + UUID.fromString(text) : matching(ACTOR, text);
  }

  private static String matching(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("no match");
    }
    return text;
  }
}
