package io.custard.agent.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.TableDescription;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the JSON of all tables in their order. Row estimates are left out: they change while
 * the schema does not.
 */
public final class Fingerprint {
  private final ObjectMapper json;
  private final MessageDigest digest;

  public Fingerprint(ObjectMapper json) {
    this.json = json;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  void add(TableDescription table) {
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
      digest.update(json.writeValueAsBytes(lasting));
      digest.update((byte) '\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a table is always JSON", e);
    }
  }

  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
