package io.custard.protocol.event;

/**
 * Headers of a record with rows on {@link Topic#REPLIES}. A small result travels as one record: it
 * names its columns and says that it is the end. Their values are replies as JSON.
 */
public final class RowsHeaders {
  /** A {@link ColumnsReply}, to be read before the rows. */
  public static final String COLUMNS = "columns";

  /** An {@link EndReply}, to be read after the rows. */
  public static final String END = "end";

  private RowsHeaders() {}
}
