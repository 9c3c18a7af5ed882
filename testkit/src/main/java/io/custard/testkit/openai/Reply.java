package io.custard.testkit.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One thing a model may do. */
public sealed interface Reply {

  /** Says this; a JSON object is said as its text. */
  record Text(String content) implements Reply {}

  /** Says nothing and calls tools. */
  record Calls(List<Call> calls) implements Reply {}

  /** Refuses as models with structured output do. */
  record Refusal(String reason) implements Reply {}

  /**
   * An error of the endpoint.
   *
   * @param retryAfterSeconds 0: without the header
   */
  record Failure(int status, String code, String message, int retryAfterSeconds) implements Reply {}

  /** A body that is not what it says it is. */
  record Raw(String body) implements Reply {}

  /** Stops in the middle of what it says: the connection breaks. */
  record CutOff(String content) implements Reply {}

  /** Stops for want of tokens: {@code finish_reason} is {@code length}. */
  record TooLong(String content) implements Reply {}

  /** Nothing, for this long; then the connection breaks. */
  record Silence(Duration duration) implements Reply {}

  /** One call of a tool; the arguments are text that should be JSON. */
  record Call(String name, String arguments) {}

  /**
   * Reads {@code {"text"}}, {@code {"json"}}, {@code {"calls": [{"name","arguments"}]}}, {@code
   * {"refusal"}}, {@code {"status","code","message","retry_after"}}, {@code {"raw"}}, {@code
   * {"cut_off"}}, {@code {"too_long"}} or {@code {"silence_ms"}}.
   */
  static Reply of(JsonNode say) {
    if (say.has("text")) {
      return new Text(say.path("text").asText());
    }
    if (say.has("json")) {
      return new Text(say.path("json").toString());
    }
    if (say.has("calls")) {
      List<Call> calls = new ArrayList<>();
      say.path("calls")
          .forEach(call ->
              calls.add(new Call(call.path("name").asText(), text(call.path("arguments")))));
      return new Calls(calls);
    }
    if (say.has("refusal")) {
      return new Refusal(say.path("refusal").asText());
    }
    if (say.has("status")) {
      return new Failure(
          say.path("status").asInt(),
          say.path("code").asText("server_error"),
          say.path("message").asText("The server had an error."),
          say.path("retry_after").asInt(0));
    }
    return broken(say);
  }

  private static Reply broken(JsonNode say) {
    if (say.has("raw")) {
      return new Raw(say.path("raw").asText());
    }
    if (say.has("cut_off")) {
      return new CutOff(text(say.path("cut_off")));
    }
    if (say.has("too_long")) {
      return new TooLong(text(say.path("too_long")));
    }
    if (say.has("silence_ms")) {
      return new Silence(Duration.ofMillis(say.path("silence_ms").asLong()));
    }
    throw new IllegalArgumentException("a turn says nothing known: " + say);
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : node.toString();
  }
}
