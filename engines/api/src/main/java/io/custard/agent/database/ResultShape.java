package io.custard.agent.database;

import io.custard.protocol.RowEncoding;
import java.util.Objects;

/**
 * How much of a result may leave, and as what. The caps count encoded bytes.
 *
 * @param shaped true: letters and digits of every value are replaced, see {@link Shape}
 */
public record ResultShape(RowCaps caps, RowEncoding encoding, boolean shaped) {
  public ResultShape {
    Objects.requireNonNull(caps);
    Objects.requireNonNull(encoding);
  }

  /** Values as they are. */
  public ResultShape(RowCaps caps, RowEncoding encoding) {
    this(caps, encoding, false);
  }

  /** The encoding that the product's own parts read. */
  public static ResultShape json(RowCaps caps) {
    return new ResultShape(caps, RowEncoding.JSON_ROWS);
  }
}
