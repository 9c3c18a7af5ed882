package io.custard.connection.audit.trail;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The place of an event in the log: its time, and its id among those of one millisecond. Travels as
 * an opaque text that names a place and nothing else; whose log it is a place in, the token says,
 * so a text that was altered is another place in the caller's own log.
 */
record AuditCursor(Instant at, UUID id) {
  private static final int BYTES = 3 * Long.BYTES;
  private static final int CHARACTERS = BYTES * 4 / 3;

  String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(at.toEpochMilli())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Empty when it is none of ours. */
  static Optional<AuditCursor> read(String text) {
    if (text.length() != CHARACTERS) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      long millis = bytes.getLong();
      return millis < 0 || millis > AuditFilter.LATEST.toEpochMilli()
          ? Optional.empty()
          : Optional.of(
              new AuditCursor(
                  Instant.ofEpochMilli(millis), new UUID(bytes.getLong(), bytes.getLong())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
