package org.duckdb;

import java.sql.SQLException;

/**
 * Reaches the driver's interrupt, which only its own package may call: what it offers to others,
 * {@code Statement.cancel}, does nothing while the rows of a streamed result are fetched.
 */
public final class Interrupting {
  private Interrupting() {}

  /** Never waits: does nothing while another thread opens, prepares or closes on the connection. */
  public static void interrupt(DuckDBConnection connection) throws SQLException {
    if (connection.connRefLock.tryLock()) {
      try {
        if (!connection.isClosed()) {
          connection.interrupt();
        }
      } finally {
        connection.connRefLock.unlock();
      }
    }
  }
}
