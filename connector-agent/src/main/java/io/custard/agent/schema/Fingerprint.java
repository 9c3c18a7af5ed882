package io.custard.agent.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.TableDescription;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the JSON of all tables in their order. Row estimates are left out: they change while
 * the schema does not.
 */
public final class Fingerprint {
  private static final int TABLE_BYTES = 16;

  private final ObjectMapper json;
  private final MessageDigest whole = sha256();
  private final MessageDigest single = sha256();

  public Fingerprint(ObjectMapper json) {
    this.json = json;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Adds a table; returns the first half of its own SHA-256, which tells its versions apart. */
  ByteBuffer add(TableDescription table) {
    TableDescription lasting =
        new TableDescription(
            table.schema(),
            table.name(),
            table.kind(),
            table.comment(),
            -1,
            table.columns(),
            table.primaryKey(),
            table.foreignKeys());
    try {
      byte[] text = json.writeValueAsBytes(lasting);
      whole.update(text);
      whole.update((byte) '\n');
      return ByteBuffer.wrap(java.util.Arrays.copyOf(single.digest(text), TABLE_BYTES));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a table is always JSON", e);
    }
  }

  String finish() {
    return HexFormat.of().formatHex(whole.digest());
  }
}
