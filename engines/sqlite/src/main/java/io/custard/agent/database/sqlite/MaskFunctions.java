package io.custard.agent.database.sqlite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * What masked columns call, because SQLite has no function for it. The guard lets no statement call
 * them; the agent's own masks do.
 *
 * <ul>
 *   <li>{@code custard_mask_hash(key, text)}: SHA-256 of both, in hexadecimal;
 *   <li>{@code custard_mask_partial(keep, text)}: the last characters, stars before them.
 * </ul>
 */
final class MaskFunctions {
  private MaskFunctions() {}

  static void add(SQLiteConnection handle) throws SQLException {
    Function.create(handle, "custard_mask_hash", new Hash(), 2, Function.FLAG_DETERMINISTIC);
    Function.create(handle, "custard_mask_partial", new Partial(), 2, Function.FLAG_DETERMINISTIC);
  }

  private static final class Hash extends Function {
    @Override
    protected void xFunc() throws SQLException {
      String key = value_text(0);
      String value = value_text(1);
      if (key == null || value == null) {
        result();
      } else {
        result(hash(key + value));
      }
    }

    private static String hash(String text) throws SQLException {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new SQLException("no hash function", e);
      }
    }
  }

  private static final class Partial extends Function {
    @Override
    protected void xFunc() throws SQLException {
      int keep = value_int(0);
      String value = value_text(1);
      if (value == null) {
        result();
        return;
      }
      int length = value.codePointCount(0, value.length());
      int shown = length <= keep ? 0 : keep;
      int from = value.offsetByCodePoints(value.length(), -shown);
      result("*".repeat(length - shown) + value.substring(from));
    }
  }
}
