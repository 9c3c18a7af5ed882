package io.custard.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.custard.problem.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One call of {@code POST /api/v1/query/stream}: copies rows as they come, in a buffer's worth of
 * memory, and knows afterwards whether all of them came. Uses the older of the JDK's HTTP clients,
 * the one that shows trailers.
 */
public final class RowStream {
  private static final int CONNECT_MILLIS = 5_000;

  /** Longer than the longest silence the API grants. */
  private static final int READ_MILLIS = 600_000;

  private static final int BUFFER = 64 << 10;
  private static final String CSV = "csv";

  private final URI edge;
  private final String token;

  public RowStream(URI edge, String token) {
    this.edge = edge;
    this.token = token;
  }

  /**
   * How a whole stream ended.
   *
   * @param truncation why and where it was cut, or empty
   */
  public record Ended(String rows, String truncation) {}

  /**
   * Asks, and copies the rows.
   *
   * @throws ApiProblem when it was refused, failed on the way, or did not come to its end
   * @throws IOException when the output cannot be written
   */
  public Ended copy(StreamRequest request, OutputStream out)
      throws ApiProblem, NotRunningException, IOException {
    HttpURLConnection http = connect(request);
    try {
      LastObject last = new LastObject();
      byte[] buffer = new byte[BUFFER];
      InputStream in = http.getInputStream();
      for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
        last.see(buffer, read);
        out.write(buffer, 0, read);
      }
      out.flush();
      return request.format().equals(CSV) ? ofTrailers(http) : ofLine(last.text());
    } finally {
      http.disconnect();
    }
  }

  private HttpURLConnection connect(StreamRequest request) throws ApiProblem, NotRunningException {
    try {
      HttpURLConnection http =
          (HttpURLConnection) edge.resolve("/api/v1/query/stream").toURL().openConnection();
      http.setConnectTimeout(CONNECT_MILLIS);
      http.setReadTimeout(READ_MILLIS);
      http.setInstanceFollowRedirects(false);
      http.setRequestMethod("POST");
      http.setDoOutput(true);
      http.setRequestProperty("Authorization", "Bearer " + token);
      http.setRequestProperty("Content-Type", "application/json");
      http.setRequestProperty("Accept", "*/*");
      try (OutputStream body = http.getOutputStream()) {
        body.write(Json.MAPPER.writeValueAsBytes(request));
      }
      if (http.getResponseCode() / 100 != 2) {
        throw refusal(http);
      }
      return http;
    } catch (ConnectException e) {
      throw new NotRunningException(
          "Nothing answers at " + edge + ". Start the stack first: ./custard up");
    } catch (IOException e) {
      throw broken();
    }
  }

  private static ApiProblem refusal(HttpURLConnection http) throws IOException {
    InputStream body = http.getErrorStream();
    String text = body == null ? "" : new String(body.readNBytes(BUFFER), StandardCharsets.UTF_8);
    return CustardApi.problem(http.getResponseCode(), text);
  }

  private static int read(InputStream in, byte[] buffer) throws ApiProblem {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw broken();
    }
  }

  private static Ended ofTrailers(HttpURLConnection http) {
    String rows = http.getHeaderField("Custard-Row-Count");
    String truncation = http.getHeaderField("Custard-Truncated");
    return new Ended(rows == null ? "" : rows, truncation == null ? "" : truncation);
  }

  private static Ended ofLine(String line) throws ApiProblem {
    JsonNode end;
    try {
      end = Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw broken();
    }
    if (end.path("type").asText().equals("error")) {
      throw new ApiProblem(end.path("code").asText(), end.path("detail").asText());
    }
    if (!end.path("type").asText().equals("end")) {
      throw broken();
    }
    JsonNode truncated = end.path("truncated");
    return new Ended(
        end.path("row_count").asText(),
        truncated.isObject()
            ? truncated.path("reason").asText() + " " + truncated.path("limit").asText()
            : "");
  }

  private static ApiProblem broken() {
    return new ApiProblem(
        ErrorCode.UPSTREAM_UNAVAILABLE.name(),
        "The stream broke off; what was written is incomplete. Try again.");
  }

  /** Remembers the last line if it is an object: the rows themselves are arrays. */
  private static final class LastObject {
    private final byte[] line = new byte[BUFFER];
    private int length;
    private boolean complete;

    void see(byte[] bytes, int count) {
      for (int i = 0; i < count; i++) {
        if (complete) {
          length = 0;
          complete = false;
        }
        if (bytes[i] == '\n') {
          complete = true;
        } else if (length < line.length) {
          line[length++] = bytes[i];
        }
      }
    }

    String text() {
      boolean object = complete && length > 0 && length < line.length && line[0] == '{';
      return object ? new String(line, 0, length, StandardCharsets.UTF_8) : "";
    }
  }
}
