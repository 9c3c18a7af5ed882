package io.custard.agent.database.postgresql;

import io.custard.agent.database.JsonBuffer;

/** Writes one value, which is not null, from the text PostgreSQL printed as a JSON value. */
@FunctionalInterface
interface CellEncoder {
  void write(byte[] text, int from, int to, JsonBuffer out);
}
