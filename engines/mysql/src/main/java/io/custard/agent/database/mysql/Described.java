package io.custard.agent.database.mysql;

import io.netty.buffer.ByteBuf;

/**
 * A column as the server described it.
 *
 * @param charset {@link #BINARY} for bytes
 * @param length of the widest value, in bytes
 * @param type the protocol's number
 * @param decimals digits of a fraction
 */
record Described(String name, int charset, long length, int type, int flags, int decimals) {
  static final int BINARY = 63;
  private static final int UNSIGNED = 32;

  /** Reads the payload of a column definition. */
  static Described read(ByteBuf in) {
    for (int i = 0; i < 4; i++) {
      Packets.skipText(in);
    }
    String name = Packets.text(in);
    Packets.skipText(in);
    in.skipBytes(1);
    return new Described(
        name,
        in.readUnsignedShortLE(),
        in.readUnsignedIntLE(),
        in.readUnsignedByte(),
        in.readUnsignedShortLE(),
        in.readUnsignedByte());
  }

  boolean isUnsigned() {
    return (flags & UNSIGNED) != 0;
  }

  boolean isBinary() {
    return charset == BINARY;
  }
}
