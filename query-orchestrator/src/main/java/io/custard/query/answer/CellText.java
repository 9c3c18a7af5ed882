package io.custard.query.answer;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.query.result.ColumnName;
import io.custard.query.result.NumberMeaning;
import io.custard.query.result.Value;
import java.math.BigDecimal;

/** One cell as a reader reads it: by its type, its column's name and facts, and the locale. */
record CellText(Reader reader) {
  private static final int LONGEST_TEXT = 80;

  String of(Value value, ResultColumn column, ColumnFacts facts) {
    return switch (value) {
      case Value.None none -> reader.phrases().noValue();
      case Value.Truth truth -> reader.phrases().truth(truth.holds());
      case Value.Figure figure -> number(figure.number(), column, facts);
      case Value.Text text ->
          new TimeText(reader).of(text.text(), column.type()).orElseGet(() -> cut(text.text()));
      case Value.Tree tree -> cut(tree.json());
    };
  }

  /** SQLite stores truths and times as numbers too. */
  private String number(BigDecimal number, ResultColumn column, ColumnFacts facts) {
    NumberMeaning meaning =
        switch (column.type()) {
          case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> NumberMeaning.LABEL;
          default -> ColumnName.of(column.name()).meaning();
        };
    boolean truth =
        column.type() == ColumnType.BOOLEAN
            && (number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0);
    return truth
        ? reader.phrases().truth(number.signum() != 0)
        : new NumberText(reader.locale()).of(number, meaning, facts);
  }

  private static String cut(String text) {
    return PlainText.cut(text, LONGEST_TEXT);
  }
}
