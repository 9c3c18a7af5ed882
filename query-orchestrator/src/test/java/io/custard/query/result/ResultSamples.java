package io.custard.query.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Results for tests, from the text an agent would send. */
public final class ResultSamples {
  private ResultSamples() {}

  public static StatementResult of(List<ResultColumn> columns, String payload) {
    JsonRows rows = new JsonRows(new ObjectMapper());
    rows.add(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)), columns.size());
    return new StatementResult(columns, rows, null, 1);
  }

  /** Columns from {@code name:type, …}. */
  public static List<ResultColumn> columns(String names) {
    return Pattern.compile(",\\s*")
        .splitAsStream(names)
        .map(column ->
            new ResultColumn(
                column.substring(0, column.lastIndexOf(':')),
                ColumnType.of(column.substring(column.lastIndexOf(':') + 1))))
        .toList();
  }

  /** The same as if the database had had more rows. */
  public static StatementResult truncated(StatementResult result) {
    return new StatementResult(
        result.columns(), result.rows(), new Truncation(Truncation.ROWS, result.rows().count()), 1);
  }

  /** The lines of a corpus, without its comments. */
  public static Stream<String> lines(String resource) {
    try (InputStream file = ResultSamples.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
