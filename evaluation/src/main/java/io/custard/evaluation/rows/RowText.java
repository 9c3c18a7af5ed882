package io.custard.evaluation.rows;

import com.fasterxml.jackson.core.JsonGenerator;
import io.custard.cli.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as a JSON array that tells apart what SQLite tells apart: 1 is an integer, 1.0 a real, "1"
 * a text. Values are {@link Long}, {@link Double}, {@link String} or null.
 */
public final class RowText {
  /** JSON has no word for it, and every reader takes what is too large for infinite. */
  private static final String INFINITE = "1e999";

  private RowText() {}

  public static byte[] of(List<@Nullable Object> row) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(text)) {
      json.writeStartArray();
      for (Object value : row) {
        write(value, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("memory is always writable", e);
    }
    return text.toByteArray();
  }

  private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Long whole -> json.writeNumber(whole);
      case Double number when Double.isInfinite(number) ->
          json.writeNumber(number > 0 ? INFINITE : "-" + INFINITE);
      case Double number -> json.writeNumber(number);
      case String text -> json.writeString(text);
      default -> throw new IllegalArgumentException("no value of SQLite: " + value.getClass());
    }
  }
}
