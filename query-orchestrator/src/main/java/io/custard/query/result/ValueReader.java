package io.custard.query.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads values off JSON text whose form was checked before. */
record ValueReader(JsonParser parser, String text) {

  /** The row whose opening bracket was read last. */
  List<Value> row() throws IOException {
    List<Value> cells = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      cells.add(value(next));
    }
    return cells;
  }

  private Value value(JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_NULL -> new Value.None();
      case VALUE_TRUE -> new Value.Truth(true);
      case VALUE_FALSE -> new Value.Truth(false);
      case VALUE_STRING -> new Value.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case START_ARRAY, START_OBJECT -> tree();
      default -> throw new IllegalStateException("every chunk was checked");
    };
  }

  /** Digits with an exponent that no number type holds are shown as they are. */
  private static Value number(String digits) {
    try {
      return new Value.Figure(new BigDecimal(digits));
    } catch (NumberFormatException e) {
      return new Value.Text(digits);
    }
  }

  private Value tree() throws IOException {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    return new Value.Tree(text.substring(from, (int) parser.currentLocation().getCharOffset()));
  }
}
