package io.custard.agent.database;

/** How much of a result may leave: rows, and encoded bytes. */
public record RowCaps(long rows, long bytes) {
  public RowCaps {
    if (rows <= 0 || bytes <= 0) {
      throw new IllegalArgumentException("caps must be positive");
    }
  }
}
