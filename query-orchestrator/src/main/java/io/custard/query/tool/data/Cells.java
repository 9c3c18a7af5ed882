package io.custard.query.tool.data;

import com.fasterxml.jackson.databind.node.TextNode;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.result.StatementResult;
import io.custard.query.result.Value;
import java.math.BigDecimal;
import java.util.List;

/** The cells of one row of a small result whose form we asked for. */
record Cells(List<Value> values) {

  /** All rows of a small result. */
  static List<Cells> all(StatementResult result) {
    return result.rows().first(result.rows().count()).stream().map(Cells::new).toList();
  }

  /** A count. Fails with {@code AGENT_REPLY_INVALID} when it is none. */
  long number(int cell) {
    try {
      return switch (value(cell)) {
        case Value.Figure figure -> figure.number().longValueExact();
        case Value.Text text -> new BigDecimal(text.text()).longValueExact();
        case Value.None _, Value.Truth _, Value.Tree _ -> throw invalid();
      };
    } catch (ArithmeticException | NumberFormatException e) {
      throw invalid();
    }
  }

  /** The cell as JSON, with all its digits. */
  String json(int cell) {
    return switch (value(cell)) {
      case Value.None _ -> "null";
      case Value.Truth truth -> Boolean.toString(truth.holds());
      case Value.Figure figure -> figure.number().toString();
      case Value.Text text -> TextNode.valueOf(text.text()).toString();
      case Value.Tree tree -> tree.json();
    };
  }

  private Value value(int cell) {
    if (cell >= values.size()) {
      throw invalid();
    }
    return values.get(cell);
  }

  static CustardException invalid() {
    return new CustardException(
        ErrorCode.AGENT_REPLY_INVALID, "The agent's figures cannot be read. Update the agent.");
  }
}
