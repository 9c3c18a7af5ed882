package io.custard.agent.database;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows a JSON text in UTF-8 without going through strings. Not for several threads. */
public final class JsonBuffer {
  private static final int INITIAL = 4 * 1024;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[INITIAL];
  private int size;

  public int size() {
    return size;
  }

  /** Forgets everything after the first {@code length} bytes. */
  void truncate(int length) {
    size = length;
  }

  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** Starts again; gives back memory that one large row had needed. */
  void clear() {
    size = 0;
    if (bytes.length > 256 * 1024) {
      bytes = new byte[INITIAL];
    }
  }

  public JsonBuffer raw(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  public JsonBuffer raw(byte[] text, int from, int to) {
    room(to - from);
    System.arraycopy(text, from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  public JsonBuffer ascii(String text) {
    return raw(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
  }

  public JsonBuffer nothing() {
    return raw(NULL, 0, NULL.length);
  }

  /** Writes the text, which is UTF-8, as a JSON string; bytes that are not UTF-8 are replaced. */
  public JsonBuffer string(byte[] text, int from, int to) {
    room(to - from + 2);
    bytes[size++] = '"';
    for (int i = from; i < to; i++) {
      if (text[i] < 0) {
        return wide(text, i, to);
      }
      one(text[i]);
    }
    return raw('"');
  }

  /** The rest of a string from its first byte beyond ASCII on. */
  private JsonBuffer wide(byte[] text, int from, int to) {
    byte[] clean =
        new String(text, from, to - from, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    room(clean.length + 1);
    for (byte b : clean) {
      one(b);
    }
    return raw('"');
  }

  private void one(byte b) {
    if (b == '"' || b == '\\') {
      raw('\\').raw((char) b);
    } else if (b >= 0 && b < ' ') {
      control(b);
    } else {
      room(1);
      bytes[size++] = b;
    }
  }

  private void control(byte b) {
    switch (b) {
      case '\n' -> ascii("\\n");
      case '\t' -> ascii("\\t");
      case '\r' -> ascii("\\r");
      default -> ascii("\\u00").raw((char) HEX[b >> 4]).raw((char) HEX[b & 15]);
    }
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
