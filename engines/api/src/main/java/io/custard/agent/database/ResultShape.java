package io.custard.agent.database;

import io.custard.protocol.RowEncoding;
import java.util.Objects;

/** How much of a result may leave, and as what. The caps count encoded bytes. */
public record ResultShape(RowCaps caps, RowEncoding encoding) {
  public ResultShape {
    Objects.requireNonNull(caps);
    Objects.requireNonNull(encoding);
  }

  /** The encoding that the product's own parts read. */
  public static ResultShape json(RowCaps caps) {
    return new ResultShape(caps, RowEncoding.JSON_ROWS);
  }
}
