package io.custard.query.answer;

import io.custard.query.answer.Answer.Part;
import io.custard.query.result.StatementResult;
import io.custard.query.result.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Finds what the references of a sentence refer to. */
record Resolution(StatementResult result, Map<Integer, ColumnFacts> facts, Reader reader) {

  List<Part> of(AnswerTemplate template) {
    Map<Integer, List<Value>> rows = rows(template.cells());
    List<Part> parts = new ArrayList<>();
    for (AnswerTemplate.Part part : template.parts()) {
      parts.add(
          switch (part) {
            case AnswerTemplate.Words words -> Part.words(PlainText.of(words.text()));
            case AnswerTemplate.RowCount count -> Part.words(rowCount(parts.isEmpty()));
            case AnswerTemplate.Cell cell -> cell(cell, rows);
          });
    }
    return parts;
  }

  /** The rows that are referred to, found in one go: each look begins at the first row. */
  private Map<Integer, List<Value>> rows(List<AnswerTemplate.Cell> cells) {
    return result
        .rows()
        .at(
            cells.stream()
                .flatMapToInt(cell -> row(cell, result).stream())
                .boxed()
                .collect(Collectors.toSet()));
  }

  private Part cell(AnswerTemplate.Cell cell, Map<Integer, List<Value>> rows) {
    OptionalInt row = row(cell, result);
    if (row.isEmpty()) {
      return Part.words(reader.phrases().noValue());
    }
    int number = row.getAsInt();
    List<Value> cells = Objects.requireNonNull(rows.get(number), "every row was looked up");
    String text =
        new CellText(reader)
            .of(
                cells.get(cell.column()),
                result.columns().get(cell.column()),
                facts.getOrDefault(cell.column(), ColumnFacts.NONE));
    return new Part(text, number, cell.column());
  }

  /** Which row a reference means, if that row and column are there. */
  static OptionalInt row(AnswerTemplate.Cell cell, StatementResult result) {
    int count = result.rows().count();
    boolean fromEnd = cell.row() < 0;
    int row = fromEnd ? count + cell.row() : cell.row();
    // The last row that was sent is not the last one of the result.
    boolean unknown = fromEnd && result.truncation() != null;
    boolean there = row >= 0 && row < count && cell.column() < result.columns().size();
    return there && !unknown ? OptionalInt.of(row) : OptionalInt.empty();
  }

  /** The rows that were sent are all, or some of more. */
  private String rowCount(boolean begins) {
    String count = new NumberText(reader.locale()).of(result.rows().count());
    if (result.truncation() == null) {
      return count;
    }
    String more = reader.phrases().moreThan();
    return (begins ? Character.toUpperCase(more.charAt(0)) + more.substring(1) : more) + count;
  }
}
