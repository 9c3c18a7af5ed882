package io.custard.agent.database.mysql;

import io.custard.agent.database.JsonBuffer;
import io.netty.buffer.ByteBuf;
import java.util.Base64;
import java.util.HexFormat;

/** How each kind of value becomes JSON, without loss. */
final class Cells {
  private Cells() {}

  private static byte[] bytes(ByteBuf in) {
    byte[] value = new byte[Math.toIntExact(Packets.number(in))];
    in.readBytes(value);
    return value;
  }

  static void string(ByteBuf in, JsonBuffer out) {
    byte[] text = bytes(in);
    out.string(text, 0, text.length);
  }

  static void json(ByteBuf in, JsonBuffer out) {
    byte[] text = bytes(in);
    out.json(text, 0, text.length);
  }

  /** JSON has no number that begins with its point or a zero of ZEROFILL. */
  static void decimal(ByteBuf in, JsonBuffer out) {
    byte[] text = bytes(in);
    int at = text.length > 0 && text[0] == '-' ? 1 : 0;
    if (at == 1) {
      out.raw('-');
    }
    while (at < text.length - 1 && text[at] == '0' && text[at + 1] != '.') {
      at++;
    }
    if (at < text.length && text[at] == '.') {
      out.raw('0');
    }
    out.raw(text, at, text.length);
  }

  static void base64(ByteBuf in, JsonBuffer out) {
    byte[] encoded = Base64.getEncoder().encode(bytes(in));
    out.raw('"').raw(encoded, 0, encoded.length).raw('"');
  }

  static void hexadecimal(ByteBuf in, JsonBuffer out) {
    out.raw('"').ascii(HexFormat.of().formatHex(bytes(in))).raw('"');
  }

  /** One bit is a truth. */
  static void truth(ByteBuf in, JsonBuffer out) {
    byte[] value = bytes(in);
    out.ascii(value[value.length - 1] == 0 ? "false" : "true");
  }

  /** Several bits, as they are declared: {@code "00101"}. */
  static CellEncoder bits(int count) {
    return (in, out) -> {
      byte[] value = bytes(in);
      out.raw('"');
      for (int bit = count - 1; bit >= 0; bit--) {
        int at = value.length - 1 - bit / 8;
        out.raw(at >= 0 && (value[at] >> (bit % 8) & 1) == 1 ? '1' : '0');
      }
      out.raw('"');
    };
  }

  static void tiny(ByteBuf in, JsonBuffer out) {
    out.ascii(Integer.toString(in.readByte()));
  }

  static void tinyUnsigned(ByteBuf in, JsonBuffer out) {
    out.ascii(Integer.toString(in.readUnsignedByte()));
  }

  static void small(ByteBuf in, JsonBuffer out) {
    out.ascii(Integer.toString(in.readShortLE()));
  }

  static void smallUnsigned(ByteBuf in, JsonBuffer out) {
    out.ascii(Integer.toString(in.readUnsignedShortLE()));
  }

  static void integer(ByteBuf in, JsonBuffer out) {
    out.ascii(Integer.toString(in.readIntLE()));
  }

  static void integerUnsigned(ByteBuf in, JsonBuffer out) {
    out.ascii(Integer.toUnsignedString(in.readIntLE()));
  }

  static void big(ByteBuf in, JsonBuffer out) {
    out.ascii(Long.toString(in.readLongLE()));
  }

  static void bigUnsigned(ByteBuf in, JsonBuffer out) {
    out.ascii(Long.toUnsignedString(in.readLongLE()));
  }

  /** Neither server stores NaN or an infinity. */
  static void real(ByteBuf in, JsonBuffer out) {
    out.ascii(Float.toString(in.readFloatLE()));
  }

  static void doublePrecision(ByteBuf in, JsonBuffer out) {
    out.ascii(Double.toString(in.readDoubleLE()));
  }

  static void nothing(ByteBuf in, JsonBuffer out) {
    out.nothing();
  }
}
