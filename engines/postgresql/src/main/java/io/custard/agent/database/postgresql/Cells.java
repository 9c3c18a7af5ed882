package io.custard.agent.database.postgresql;

import io.custard.agent.database.JsonBuffer;
import java.util.Base64;
import java.util.HexFormat;

/** How the text of each kind of value becomes JSON, without loss. */
final class Cells {
  private Cells() {}

  static void string(byte[] text, int from, int to, JsonBuffer out) {
    out.string(text, from, to);
  }

  /** Whole numbers. */
  static void verbatim(byte[] text, int from, int to, JsonBuffer out) {
    out.raw(text, from, to);
  }

  static void json(byte[] text, int from, int to, JsonBuffer out) {
    out.json(text, from, to);
  }

  /** NaN and the infinities are no JSON numbers: they travel as strings. */
  static void number(byte[] text, int from, int to, JsonBuffer out) {
    byte last = text[to - 1];
    if (last >= '0' && last <= '9') {
      out.raw(text, from, to);
    } else {
      out.string(text, from, to);
    }
  }

  static void bool(byte[] text, int from, int to, JsonBuffer out) {
    out.ascii(text[from] == 't' ? "true" : "false");
  }

  /** {@code \x} and hexadecimal digits, the form the session asks for. */
  static void bytes(byte[] text, int from, int to, JsonBuffer out) {
    byte[] value = new byte[(to - from - 2) / 2];
    for (int i = 0; i < value.length; i++) {
      int at = from + 2 + 2 * i;
      value[i] =
          (byte) (HexFormat.fromHexDigit(text[at]) << 4 | HexFormat.fromHexDigit(text[at + 1]));
    }
    byte[] encoded = Base64.getEncoder().encode(value);
    out.raw('"').raw(encoded, 0, encoded.length).raw('"');
  }
}
