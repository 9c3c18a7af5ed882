package io.custard.testkit.database;

import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowCursor;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole result in memory.
 *
 * @param rows JSON arrays, separated by commas, unless another encoding was asked for
 */
public record ReadRows(List<ResultColumn> columns, String rows, Optional<Truncation> truncation) {

  /** Runs a statement as the agent does, to its last row, and closes it whatever happens. */
  public static ReadRows of(
      Loop loop, Database database, String sql, RowCaps caps, long timeoutMillis) {
    return of(loop, loop.get(() -> database.open(sql, ResultShape.json(caps), timeoutMillis)));
  }

  /** Reads what is open to its last row, and closes it whatever happens. */
  public static ReadRows of(Loop loop, RowCursor cursor) {
    return of(loop, cursor, RowEncoding.JSON_ROWS);
  }

  /** The same for another encoding, whose chunks simply follow each other. */
  static ReadRows of(Loop loop, RowCursor cursor, RowEncoding encoding) {
    try {
      List<String> chunks = new ArrayList<>();
      Optional<RowChunk> chunk = loop.get(cursor::next);
      while (chunk.isPresent()) {
        chunks.add(StandardCharsets.UTF_8.decode(chunk.get().payload()).toString());
        chunk = loop.get(cursor::next);
      }
      String between = encoding == RowEncoding.JSON_ROWS ? "," : "";
      return new ReadRows(cursor.columns(), String.join(between, chunks), cursor.truncation());
    } finally {
      loop.get(cursor::close);
    }
  }
}
