package io.custard.query.page;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/**
 * A place in a list: a time to the microsecond, and an id among those of the same one. Travels as
 * an opaque text that names a place and nothing else; whose list it is, the token says.
 */
public record Cursor(Instant at, UUID id) {
  private static final int BYTES = 3 * Long.BYTES;
  private static final int CHARACTERS = BYTES * 4 / 3;

  public Cursor {
    Objects.requireNonNull(at);
    Objects.requireNonNull(id);
  }

  /** As the API gives it to its callers. */
  public String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** An {@link IllegalArgumentException} when it is none of ours. */
  static Cursor read(String text) {
    if (text.length() != CHARACTERS) {
      throw new IllegalArgumentException("no cursor");
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    long micros = bytes.getLong();
    Instant latest = Parameters.LATEST;
    if (micros < 0 || micros > ChronoUnit.MICROS.between(Instant.EPOCH, latest)) {
      throw new IllegalArgumentException("out of bounds");
    }
    return new Cursor(
        Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(bytes.getLong(), bytes.getLong()));
  }
}
