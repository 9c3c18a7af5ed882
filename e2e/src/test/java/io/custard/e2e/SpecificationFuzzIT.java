package io.custard.e2e;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.problem.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of every service, by its document, given what nobody should send: never an error
 * of ours, always a problem with a known code.
 */
class SpecificationFuzzIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/json";

  /** Texts that mean something to somebody between the browser and the disk. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "' or 1=1 --",
          "\"; drop table users; --",
          "${jndi:ldap://127.0.0.1/x}",
          "<script>alert(1)</script>",
          "../../etc/passwd",
          "line\r\nSet-Cookie: a=b",
          "\u0000\u0007\u001b[2J",
          "\ud83d\ude00\u202e\ufeff",
          "x".repeat(100_000));

  private static RunningSuite suite;
  private static Api somebody;

  @BeforeAll
  static void start() throws Exception {
    suite = RunningSuite.get();
    somebody = suite.anonymous();
    somebody.signUp();
  }

  @Test
  void noBodyMakesAnErrorOfOurs() {
    assertSoftly(softly -> {
      for (ApiOperation operation : operations()) {
        if (!operation.body().isMissingNode()) {
          String path = operation.at(UUID.randomUUID().toString());
          for (byte[] body : bodies(operation)) {
            expect(softly, operation, path, TYPE, body);
          }
          expect(softly, operation, path, "text/plain", bytes("{}"));
          expect(softly, operation, path, "application/json; charset=utf-7", bytes("{}"));
        }
      }
    });
  }

  @Test
  void noIdMakesAnErrorOfOurs() {
    List<String> hostile =
        List.of(
            "x", "%00", "%2e%2e%2f", "'%20or%201=1", "%F0%9F%98%80", "%ff%fe", "0", "-1", "null");
    assertSoftly(softly -> {
      for (ApiOperation operation : operations()) {
        if (!operation.parameters().isEmpty()) {
          byte[] body = operation.body().isMissingNode() ? new byte[0] : bytes("{}");
          for (String id : hostile) {
            expect(softly, operation, operation.at(id), TYPE, body);
          }
          expect(softly, operation, operation.at("a".repeat(1_500)), TYPE, body);
        }
      }
    });
  }

  @Test
  void noQueryMakesAnErrorOfOurs() {
    assertSoftly(softly -> {
      for (ApiOperation operation : operations()) {
        boolean lists = operation.method().equals("GET") && !operation.path().endsWith("/events");
        if (lists) {
          String path = operation.at(UUID.randomUUID().toString());
          for (String query :
              List.of(
                  "limit=-1",
                  "limit=x",
                  "limit=99999999999",
                  "cursor=%00",
                  "cursor=x",
                  "from=x",
                  "q=%27",
                  "search=%25%5F",
                  "format=exe",
                  "connection_id=x",
                  "%00=%00")) {
            expect(softly, operation, path + "?" + query, TYPE, new byte[0]);
          }
        }
      }
    });
  }

  private static List<ApiOperation> operations() {
    try {
      return ApiOperation.all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> bodies(ApiOperation operation) {
    List<byte[]> bodies = new ArrayList<>();
    for (String text :
        List.of("", "null", "[]", "{}", "1", "\"x\"", "{", "{\"a\":", "nonsense", "{}{}")) {
      bodies.add(bytes(text.isEmpty() ? " " : text));
    }
    bodies.add(bytes("[".repeat(5_000)));
    bodies.add(bytes("{\"a\":".repeat(5_000)));
    bodies.add(bytes("{\"a\":\"" + "y".repeat(400_000) + "\"}"));
    bodies.add(new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0});
    bodies.add(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});
    operation
        .body()
        .path("properties")
        .fieldNames()
        .forEachRemaining(field -> {
          for (String text : TEXTS) {
            bodies.add(with(operation, field, text));
          }
          for (Object value :
              List.of(-1, 1e300, true, List.of(), Map.of("a", 1), List.of(List.of()))) {
            bodies.add(with(operation, field, value));
          }
          bodies.add(bytes("{\"%s\":null}".formatted(field)));
          bodies.add(bytes("{\"%s\":1,\"%s\":2}".formatted(field, field)));
        });
    return bodies;
  }

  /** A right body but for one field. */
  private static byte[] with(ApiOperation operation, String field, Object value) {
    ObjectNode body =
        SchemaBody.of(operation.body(), Map.of("connection_id", UUID.randomUUID().toString()));
    body.set(field, JSON.valueToTree(value));
    return bytes(body.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void expect(
      SoftAssertions softly, ApiOperation operation, String path, String type, byte[] body) {
    try {
      Api.Answer answer = somebody.call(operation.method(), path, type, body);
      String what = "%s with %s".formatted(operation, shown(path, body));
      softly.assertThat(answer.status()).as(what).isLessThan(500);
      if (answer.status() >= 400) {
        softly.assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        softly
            .assertThat(ErrorCode.of(answer.code()))
            .as(what)
            .isNotIn(ErrorCode.UNKNOWN, ErrorCode.INTERNAL_ERROR);
      }
    } catch (Exception e) {
      softly.fail("%s with %s: %s".formatted(operation, shown(path, body), e), e);
    }
  }

  private static String shown(String path, byte[] body) {
    String text = path + " " + new String(body, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), 200));
  }
}
