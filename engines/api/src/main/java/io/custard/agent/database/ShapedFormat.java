package io.custard.agent.database;

/**
 * Rows of which only the shape is shown: every cell is replaced by its {@link Shape} before the
 * format around it sees it.
 */
final class ShapedFormat implements RowFormat {
  private static final int NONE = -1;

  private final RowFormat around;
  private int cell = NONE;

  ShapedFormat(RowFormat around) {
    this.around = around;
  }

  @Override
  public void separate(JsonBuffer out) {
    around.separate(out);
  }

  @Override
  public void begin(JsonBuffer out) {
    around.begin(out);
    cell = NONE;
  }

  @Override
  public void cell(JsonBuffer out) {
    shape(out);
    around.cell(out);
    cell = out.size();
  }

  @Override
  public void end(JsonBuffer out) {
    shape(out);
    around.end(out);
  }

  private void shape(JsonBuffer out) {
    if (cell != NONE) {
      out.truncate(Shape.inPlace(out.bytes(), cell, out.size()));
    }
  }
}
