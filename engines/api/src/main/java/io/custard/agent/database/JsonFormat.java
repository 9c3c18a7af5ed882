package io.custard.agent.database;

/** A JSON array for each row: with commas between them, or on a line each. */
final class JsonFormat implements RowFormat {
  private final boolean isLines;
  private boolean hasCell;

  JsonFormat(boolean isLines) {
    this.isLines = isLines;
  }

  @Override
  public void separate(JsonBuffer out) {
    if (!isLines) {
      out.raw(',');
    }
  }

  @Override
  public void begin(JsonBuffer out) {
    out.raw('[');
    hasCell = false;
  }

  @Override
  public void cell(JsonBuffer out) {
    if (hasCell) {
      out.raw(',');
    }
    hasCell = true;
  }

  @Override
  public void end(JsonBuffer out) {
    out.raw(']');
    if (isLines) {
      out.raw('\n');
    }
  }
}
