package io.custard.agent.database.file;

import io.custard.agent.database.RowChunks;
import io.custard.protocol.ResultColumn;
import java.sql.SQLException;
import java.util.List;

/**
 * One statement of a driver that blocks. One thread at a time uses it; only {@link #interrupt} and
 * {@link #columns} may be called beside it.
 */
public interface BlockingRows extends AutoCloseable {
  List<ResultColumn> columns();

  /** Whether some column's type is known only when its first value is. */
  default boolean hasUnknownTypes() {
    return false;
  }

  /**
   * Adds the next row; the first call begins the statement.
   *
   * @return false at the end
   */
  boolean read(RowChunks chunks) throws SQLException;

  /**
   * Ends a {@link #read} that is under way. Never waits. It may come before the driver has begun
   * and be lost there, so it is repeated until the read ends.
   */
  void interrupt();

  /** Gives back the session and everything it holds. */
  @Override
  void close();
}
