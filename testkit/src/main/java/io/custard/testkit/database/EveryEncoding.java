package io.custard.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.protocol.RowEncoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the encodings of one result, value by value. */
public final class EveryEncoding {
  private static final RowCaps CAPS = new RowCaps(100_000, 64 << 20);
  private static final long TIMEOUT_MILLIS = 20_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(200_000).build())
          .build();

  private EveryEncoding() {}

  /** Runs the statement once in each encoding; fails unless all of them say the same. */
  public static void assertSame(Loop loop, Database database, String sql) {
    List<List<Optional<String>>> rows = fields(read(loop, database, sql, RowEncoding.JSON_ROWS));
    String lines = read(loop, database, sql, RowEncoding.NDJSON);

    assertThat(lines).endsWith("\n");
    assertThat(lines.lines()).hasSameSizeAs(rows).allMatch(EveryEncoding::isOneRow);
    assertThat(fields(lines)).isEqualTo(rows);
    assertThat(CsvFields.of(read(loop, database, sql, RowEncoding.CSV))).isEqualTo(rows);
  }

  private static String read(Loop loop, Database database, String sql, RowEncoding encoding) {
    ResultShape shape = new ResultShape(CAPS, encoding);
    return ReadRows.of(loop, loop.get(() -> database.open(sql, shape, TIMEOUT_MILLIS)), encoding)
        .rows();
  }

  private static boolean isOneRow(String line) {
    return fields(line).size() == 1;
  }

  /** The text of each value of each array: what a CSV field of it must hold. */
  private static List<List<Optional<String>>> fields(String arrays) {
    String separated = arrays.replace("]\n[", "],[");
    List<List<Optional<String>>> rows = new ArrayList<>();
    try (JsonParser json = JSON.createParser("[" + separated + "]")) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        List<Optional<String>> row = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          row.add(field(json, separated));
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException("not JSON: " + arrays, e);
    }
  }

  private static Optional<String> field(JsonParser json, String arrays) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> Optional.empty();
      case START_ARRAY, START_OBJECT -> {
        int start = (int) json.currentTokenLocation().getCharOffset() - 1;
        json.skipChildren();
        yield Optional.of(
            arrays.substring(start, (int) json.currentLocation().getCharOffset() - 1));
      }
      default -> Optional.of(json.getText());
    };
  }
}
