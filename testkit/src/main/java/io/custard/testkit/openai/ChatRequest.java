package io.custard.testkit.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.StringJoiner;

/** A request for a chat completion, held to what OpenAI's reference says of it. */
record ChatRequest(JsonNode body) {
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "messages",
          "stream",
          "stream_options",
          "temperature",
          "top_p",
          "n",
          "stop",
          "max_tokens",
          "max_completion_tokens",
          "presence_penalty",
          "frequency_penalty",
          "logit_bias",
          "logprobs",
          "top_logprobs",
          "user",
          "seed",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "response_format",
          "reasoning_effort",
          "service_tier",
          "store",
          "metadata");
  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");

  /** Fails with what is wrong, as the endpoint would say it. */
  static ChatRequest checked(JsonNode body) {
    if (!body.isObject()) {
      throw new BadRequest("We could not parse the JSON body of your request.");
    }
    body.fieldNames().forEachRemaining(ChatRequest::requireKnown);
    if (body.path("model").asText().isEmpty()) {
      throw new BadRequest("you must provide a model parameter");
    }
    if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
      throw new BadRequest("[] is too short - 'messages'");
    }
    body.path("messages").forEach(ChatRequest::checkMessage);
    checkFormat(body.path("response_format"));
    body.path("tools").forEach(ChatRequest::checkTool);
    checkNumbers(body);
    return new ChatRequest(body);
  }

  String model() {
    return body.path("model").asText();
  }

  boolean streams() {
    return body.path("stream").asBoolean();
  }

  boolean wantsUsage() {
    return body.path("stream_options").path("include_usage").asBoolean();
  }

  /** All that was said so far. */
  String messages() {
    StringJoiner all = new StringJoiner("\n");
    for (JsonNode message : body.path("messages")) {
      JsonNode content = message.path("content");
      if (content.isTextual()) {
        all.add(content.asText());
      } else {
        content.forEach(part -> all.add(part.path("text").asText()));
      }
    }
    return all.toString();
  }

  private static void requireKnown(String name) {
    if (!KNOWN.contains(name)) {
      throw new BadRequest("Unrecognized request argument supplied: " + name);
    }
  }

  private static void checkMessage(JsonNode message) {
    String role = message.path("role").asText();
    if (!ROLES.contains(role)) {
      throw new BadRequest("Invalid value: '" + role + "'. Supported values are: " + ROLES);
    }
    JsonNode content = message.path("content");
    boolean calls = role.equals("assistant") && message.path("tool_calls").isArray();
    if (!calls && !content.isTextual() && !content.isArray()) {
      throw new BadRequest("Invalid type for 'messages[].content'");
    }
    if (role.equals("tool") && message.path("tool_call_id").asText().isEmpty()) {
      throw new BadRequest("Missing parameter 'messages[].tool_call_id'");
    }
  }

  private static void checkFormat(JsonNode format) {
    String type = format.path("type").asText("text");
    switch (type) {
      case "text", "json_object" -> {}
      case "json_schema" -> {
        JsonNode schema = format.path("json_schema");
        if (!schema.path("name").asText().matches("[A-Za-z0-9_-]{1,64}")
            || !schema.path("schema").isObject()) {
          throw new BadRequest("Missing required parameter: 'response_format.json_schema'");
        }
      }
      default -> throw new BadRequest("Invalid value: '" + type + "' of response_format.type");
    }
  }

  private static void checkTool(JsonNode tool) {
    boolean named = tool.path("function").path("name").asText().matches("[A-Za-z0-9_-]{1,64}");
    if (!tool.path("type").asText().equals("function") || !named) {
      throw new BadRequest("Invalid 'tools[]': a function with a name is needed");
    }
  }

  private static void checkNumbers(JsonNode body) {
    JsonNode temperature = body.path("temperature");
    if (temperature.isNumber() && (temperature.asDouble() < 0 || temperature.asDouble() > 2)) {
      throw new BadRequest("Invalid 'temperature': must be between 0 and 2");
    }
    for (String limit : new String[] {"max_tokens", "max_completion_tokens"}) {
      JsonNode value = body.path(limit);
      if (!value.isMissingNode() && !value.isNull() && value.asInt() < 1) {
        throw new BadRequest("Invalid '" + limit + "': must be at least 1");
      }
    }
  }

  /** What the endpoint answers with 400. */
  static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }
}
