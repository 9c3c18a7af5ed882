package io.custard.agent.database.mysql;

import io.custard.agent.database.JsonBuffer;
import io.netty.buffer.ByteBuf;

/**
 * Dates and times to ISO 8601. What no calendar has travels as the server prints it: {@code
 * 0000-00-00}, {@code 2024-02-00}. A time is a length of time for these servers; from -838 to 838
 * hours, it is printed as they print it.
 */
final class DateTimeCells {
  private static final int ANY_DECIMALS = 31;
  private static final int MICRO_DIGITS = 6;

  private DateTimeCells() {}

  static void date(ByteBuf in, JsonBuffer out) {
    int length = in.readUnsignedByte();
    out.raw('"');
    day(in, length, out);
    in.skipBytes(Math.max(0, length - 4));
    out.raw('"');
  }

  static CellEncoder dateTime(int decimals) {
    return (in, out) -> {
      int length = in.readUnsignedByte();
      out.raw('"');
      day(in, length, out);
      out.raw('T');
      clock(in, length >= 7, out);
      fraction(length >= 11 ? in.readIntLE() : 0, decimals, out);
      out.raw('"');
    };
  }

  static CellEncoder time(int decimals) {
    return (in, out) -> {
      int length = in.readUnsignedByte();
      boolean isNegative = length > 0 && in.readByte() == 1;
      long days = length > 0 ? in.readUnsignedIntLE() : 0;
      long hours = days * 24 + (length > 0 ? in.readUnsignedByte() : 0);
      out.raw('"').ascii(isNegative ? "-" : "");
      padded(hours, 2, out);
      out.raw(':');
      padded(length > 0 ? in.readUnsignedByte() : 0, 2, out);
      out.raw(':');
      padded(length > 0 ? in.readUnsignedByte() : 0, 2, out);
      fraction(length >= 12 ? in.readIntLE() : 0, decimals, out);
      out.raw('"');
    };
  }

  private static void day(ByteBuf in, int length, JsonBuffer out) {
    boolean isThere = length >= 4;
    padded(isThere ? in.readUnsignedShortLE() : 0, 4, out);
    out.raw('-');
    padded(isThere ? in.readUnsignedByte() : 0, 2, out);
    out.raw('-');
    padded(isThere ? in.readUnsignedByte() : 0, 2, out);
  }

  private static void clock(ByteBuf in, boolean isThere, JsonBuffer out) {
    padded(isThere ? in.readUnsignedByte() : 0, 2, out);
    out.raw(':');
    padded(isThere ? in.readUnsignedByte() : 0, 2, out);
    out.raw(':');
    padded(isThere ? in.readUnsignedByte() : 0, 2, out);
  }

  /** As many digits as the column has; without a declaration, as many as the value needs. */
  private static void fraction(int micros, int decimals, JsonBuffer out) {
    int digits = decimals >= ANY_DECIMALS ? micros == 0 ? 0 : MICRO_DIGITS : decimals;
    if (digits > 0) {
      String all = Integer.toString(1_000_000 + micros).substring(1);
      out.raw('.').ascii(all.substring(0, Math.min(MICRO_DIGITS, digits)));
    }
  }

  private static void padded(long number, int width, JsonBuffer out) {
    String digits = Long.toString(number);
    out.ascii("0".repeat(Math.max(0, width - digits.length()))).ascii(digits);
  }
}
