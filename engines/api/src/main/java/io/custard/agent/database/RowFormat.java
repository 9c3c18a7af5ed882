package io.custard.agent.database;

import io.custard.protocol.RowEncoding;

/** What an encoding puts around rows and cells. Each cell arrives as one JSON value. */
sealed interface RowFormat permits JsonFormat, CsvFormat, ShapedFormat {
  /** Of a shape's encoding, with the shapes of values where it wants those. */
  static RowFormat of(ResultShape shape) {
    RowFormat format = of(shape.encoding());
    return shape.shaped() ? new ShapedFormat(format) : format;
  }

  /** One for each result: a format remembers where it is in a row. */
  static RowFormat of(RowEncoding encoding) {
    return switch (encoding) {
      case JSON_ROWS -> new JsonFormat(false);
      case NDJSON -> new JsonFormat(true);
      case CSV -> new CsvFormat();
    };
  }

  /** Between two rows of the same chunk. */
  void separate(JsonBuffer out);

  void begin(JsonBuffer out);

  /** Ends the cell before, if there is one, and begins the next. */
  void cell(JsonBuffer out);

  void end(JsonBuffer out);
}
