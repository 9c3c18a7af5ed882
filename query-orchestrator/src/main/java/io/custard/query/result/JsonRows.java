package io.custard.query.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON text, collected chunk by chunk. The agent's text is passed on untouched, so every
 * digit survives; it is only checked to be rows of the right width, because an agent must not be
 * able to write into the answer around them.
 */
public final class JsonRows {
  private final ByteArrayOutputStream text = new ByteArrayOutputStream(256);
  private final ObjectMapper json;
  private int count;
  private @Nullable String whole;

  JsonRows(ObjectMapper json) {
    this.json = json;
  }

  /** Rows that {@link #asJson} wrote. */
  public static JsonRows of(ObjectMapper json, String array, int width) {
    JsonRows rows = new JsonRows(json);
    if (array.length() > 2) {
      rows.add(
          ByteBuffer.wrap(array.substring(1, array.length() - 1).getBytes(StandardCharsets.UTF_8)),
          width);
    }
    return rows;
  }

  /** Adds a chunk; what is not rows of this width is {@code AGENT_LINK_LOST}: no agent of ours. */
  void add(ByteBuffer payload, int width) {
    byte[] chunk = new byte[payload.remaining() + 2];
    payload.duplicate().get(chunk, 1, payload.remaining());
    chunk[0] = '[';
    chunk[chunk.length - 1] = ']';
    int rows = check(chunk, width);
    if (rows > 0) {
      if (count > 0) {
        text.write(',');
      }
      text.write(chunk, 1, chunk.length - 2);
      count += rows;
      whole = null;
    }
  }

  private int check(byte[] chunk, int width) {
    try (JsonParser parser = json.createParser(chunk)) {
      expect(parser.nextToken() == JsonToken.START_ARRAY);
      int rows = 0;
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        int cells = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          parser.skipChildren();
          cells++;
        }
        expect(cells == width);
        rows++;
      }
      expect(parser.currentToken() == JsonToken.END_ARRAY);
      expect(parser.nextToken() == null);
      return rows;
    } catch (IOException e) {
      throw malformed();
    }
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw malformed();
    }
  }

  private static CustardException malformed() {
    return new CustardException(
        ErrorCode.AGENT_LINK_LOST, "The agent sent rows that cannot be read. Update the agent.");
  }

  /** Size of the text in bytes. */
  int bytes() {
    return text.size();
  }

  /** How many rows there are. */
  public int count() {
    return count;
  }

  /** All rows as one JSON array; decoded once, however often it and its cells are asked for. */
  public String asJson() {
    if (whole == null) {
      whole = "[" + text.toString(StandardCharsets.UTF_8) + "]";
    }
    return whole;
  }

  /** All rows as a tree; for small results only. */
  public ArrayNode asTree() {
    try {
      return (ArrayNode) json.readTree(asJson());
    } catch (IOException e) {
      throw new IllegalStateException("every chunk was checked", e);
    }
  }

  /** The first rows, at most so many; for small results only. */
  public List<List<Value>> first(int most) {
    List<List<Value>> found = new ArrayList<>();
    eachUntil(Math.min(most, count), (index, row) -> found.add(row.row()));
    return found;
  }

  /** The rows of these numbers, counted from 0; those that are not there are left out. */
  public Map<Integer, List<Value>> at(Set<Integer> numbers) {
    Map<Integer, List<Value>> found = new HashMap<>();
    int last = numbers.stream().mapToInt(Integer::intValue).max().orElse(-1);
    eachUntil(
        Math.min(last, count - 1) + 1,
        (number, row) -> {
          if (numbers.contains(number)) {
            found.put(number, row.row());
          } else {
            row.parser().skipChildren();
          }
        });
    return found;
  }

  private void eachUntil(int end, RowUse use) {
    String whole = asJson();
    try (JsonParser parser = json.createParser(whole)) {
      ValueReader reader = new ValueReader(parser, whole);
      parser.nextToken();
      for (int number = 0; number < end; number++) {
        parser.nextToken();
        use.row(number, reader);
      }
    } catch (IOException e) {
      throw new IllegalStateException("every chunk was checked", e);
    }
  }

  /** Reads or skips one row. */
  private interface RowUse {
    void row(int number, ValueReader reader) throws IOException;
  }
}
