package io.custard.agent.database.mysql;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** How numbers and texts stand in a packet of the protocol. */
final class Packets {
  /** Length of the length, and the sequence number. */
  static final int HEADER = 4;

  /** A packet of this length is continued by the next one. */
  static final int CONTINUED = 0xFFFFFF;

  static final int OK = 0x00;
  static final int END = 0xFE;
  static final int ERROR = 0xFF;

  /** The server asks for a file of this machine. */
  static final int LOCAL_FILE = 0xFB;

  private Packets() {}

  /** The payload's length, of the packet that begins at the reader's index. */
  static int length(ByteBuf in) {
    return in.getUnsignedMediumLE(in.readerIndex());
  }

  static int first(ByteBuf in) {
    return in.getUnsignedByte(in.readerIndex() + HEADER);
  }

  /** Reads a number whose first byte says how long it is. */
  static long number(ByteBuf in) {
    int first = in.readUnsignedByte();
    return switch (first) {
      case 0xFC -> in.readUnsignedShortLE();
      case 0xFD -> in.readUnsignedMediumLE();
      case 0xFE -> in.readLongLE();
      default -> first;
    };
  }

  static String text(ByteBuf in) {
    int length = Math.toIntExact(number(in));
    return in.readCharSequence(length, StandardCharsets.UTF_8).toString();
  }

  static void skipText(ByteBuf in) {
    in.skipBytes(Math.toIntExact(number(in)));
  }
}
