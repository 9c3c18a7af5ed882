package io.custard.agent.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Grows rows in UTF-8 without going through strings: JSON values, which the format of the result
 * may turn into something else cell by cell. Not for several threads.
 */
public final class JsonBuffer {
  private static final int INITIAL = 4 * 1024;

  /** Beyond this a buffer grows by steps of this size, not to the double. */
  private static final int STEP = 64 * 1024;

  private static final byte[] NONE = {};
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  /** Of 256 bytes, those that stand in a JSON string as they are, whatever surrounds them. */
  private static final boolean[] PLAIN = plain();

  private final RowFormat format;
  private byte[] bytes = NONE;
  private int size;

  /** What the next array has room for at least. */
  private int ample = INITIAL;

  JsonBuffer(RowFormat format) {
    this.format = format;
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[256];
    Arrays.fill(plain, ' ', 128, true);
    plain['"'] = false;
    plain['\\'] = false;
    return plain;
  }

  public int size() {
    return size;
  }

  byte at(int index) {
    return bytes[index];
  }

  /** What has been written, up to {@link #size}, until the buffer grows. */
  byte[] bytes() {
    return bytes;
  }

  /** Makes the text longer; the caller writes what is new. */
  byte[] extend(int more) {
    room(more);
    size += more;
    return bytes;
  }

  /** Forgets everything after the first {@code length} bytes. */
  void truncate(int length) {
    size = length;
  }

  /**
   * Hands over the first {@code length} bytes, without a copy if that wastes little, and goes on
   * with the rest.
   */
  ByteBuffer take(int length) {
    byte[] taken = bytes;
    int rest = size - length;
    boolean wastesLittle = length > taken.length / 2;
    byte[] handed = wastesLittle ? taken : Arrays.copyOf(taken, length);
    if (wastesLittle) {
      ample = Math.min(taken.length, RowChunks.CHUNK_BYTES + STEP);
      bytes = rest == 0 ? NONE : new byte[Math.max(rest, ample)];
    }
    System.arraycopy(taken, length, bytes, 0, rest);
    size = rest;
    return ByteBuffer.wrap(handed, 0, length);
  }

  /** Begins the next cell of a row; exactly one JSON value follows. */
  public void cell() {
    format.cell(this);
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
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  public JsonBuffer nothing() {
    return raw(NULL, 0, NULL.length);
  }

  /**
   * Writes text that is a JSON value already, as the database keeps it. The white space around it
   * is left out and a line break within becomes a space: both mean nothing, and a row stays one
   * line.
   */
  public JsonBuffer json(byte[] text, int from, int to) {
    int first = from;
    int end = to;
    while (first < end && isSpace(text[first])) {
      first++;
    }
    while (end > first && isSpace(text[end - 1])) {
      end--;
    }
    int start = size;
    raw(text, first, end);
    for (int i = start; i < size; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        bytes[i] = ' ';
      }
    }
    return this;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Writes the text, which is UTF-8, as a JSON string; bytes that are not UTF-8 are replaced. */
  public JsonBuffer string(byte[] text, int from, int to) {
    room(to - from + 2);
    bytes[size++] = '"';
    int plain = plainUntil(text, from, to);
    raw(text, from, plain);
    if (plain < to) {
      rest(text, plain, to);
    }
    return raw('"');
  }

  private static int plainUntil(byte[] text, int from, int to) {
    int at = from;
    while (at < to && PLAIN[text[at] & 0xFF]) {
      at++;
    }
    return at;
  }

  /** From the first byte on that is escaped or beyond ASCII. */
  private void rest(byte[] text, int from, int to) {
    if (!Utf8.isValid(text, from, to)) {
      String repaired = new String(text, from, to - from, StandardCharsets.UTF_8);
      byte[] valid = repaired.getBytes(StandardCharsets.UTF_8);
      escaped(valid, 0, valid.length);
    } else {
      escaped(text, from, to);
    }
  }

  private void escaped(byte[] text, int from, int to) {
    int clean = from;
    for (int i = from; i < to; i++) {
      byte b = text[i];
      if (b >= 0 && !PLAIN[b]) {
        raw(text, clean, i);
        escape(b);
        clean = i + 1;
      }
    }
    raw(text, clean, to);
  }

  private void escape(byte b) {
    switch (b) {
      case '"' -> ascii("\\\"");
      case '\\' -> ascii("\\\\");
      case '\n' -> ascii("\\n");
      case '\t' -> ascii("\\t");
      case '\r' -> ascii("\\r");
      default -> ascii("\\u00").raw((char) HEX[b >> 4]).raw((char) HEX[b & 15]);
    }
  }

  private void room(int more) {
    int needed = size + more;
    if (needed > bytes.length) {
      int grown = bytes.length + Math.min(bytes.length, STEP);
      bytes = Arrays.copyOf(bytes, Math.max(needed, Math.max(grown, ample)));
    }
  }
}
