package io.custard.protocol;

/**
 * What an agent says it can do beyond the first minor version. Names are append-only; a receiver
 * ignores those it does not know.
 */
public final class Capability {
  /** Encodes rows as {@link RowEncoding#NDJSON}. */
  public static final String NDJSON = "ndjson";

  /** Encodes rows as {@link RowEncoding#CSV}. */
  public static final String CSV = "csv";

  /** Answers {@code probe}. */
  public static final String PROBE = "probe";

  /** Obeys {@code drain}. */
  public static final String DRAIN = "drain";

  /** Answers a {@code discover} that asks for changes only. */
  public static final String SCHEMA_CHANGES = "schema-changes";

  /** Obeys the exposure of an {@code execute} whose rows are for a model. */
  public static final String EXPOSURE = "exposure";

  private Capability() {}
}
