package io.custard.agent.database.mysql;

import io.custard.agent.database.JsonBuffer;
import io.netty.buffer.ByteBuf;

/** Reads one value, which is not null, from a binary row and writes it as a JSON value. */
@FunctionalInterface
interface CellEncoder {
  void write(ByteBuf in, JsonBuffer out);
}
