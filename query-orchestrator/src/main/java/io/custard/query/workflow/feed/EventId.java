package io.custard.query.workflow.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of an event: that of its line in the stream; and with {@code .0} behind it for the first
 * of two events of one line.
 *
 * @param line in the stream
 * @param whole whether all events of the line have been seen
 */
record EventId(String line, boolean whole) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,19}-\\d{1,19})(\\.0)?");

  static String text(String line, int part) {
    return line + "." + part;
  }

  /** Empty for what is no id of ours: the reader is told all. */
  static Optional<EventId> read(@Nullable String lastEventId) {
    Matcher form = FORM.matcher(lastEventId == null ? "" : lastEventId.strip());
    return form.matches()
        ? Optional.of(new EventId(form.group(1), form.group(2) == null))
        : Optional.empty();
  }

  /** The place behind which all lines are still to be told, at least in part. */
  String before() {
    if (whole) {
      return line;
    }
    int dash = line.indexOf('-');
    long number = Long.parseLong(line.substring(dash + 1));
    long millis = Long.parseLong(line.substring(0, dash));
    return number > 0
        ? millis + "-" + (number - 1)
        : Math.max(0, millis - 1) + "-" + Long.MAX_VALUE;
  }
}
