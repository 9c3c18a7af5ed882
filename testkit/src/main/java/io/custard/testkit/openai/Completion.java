package io.custard.testkit.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer as the endpoint writes it: whole, or as the chunks of a stream. */
final class Completion {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHUNK = 12;

  private final String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
  private final long created = System.currentTimeMillis() / 1000;
  private final ChatRequest request;

  Completion(ChatRequest request) {
    this.request = request;
  }

  String text(String content, String finish) {
    ObjectNode message = message(content);
    return whole(message, finish, content.length());
  }

  String refusal(String reason) {
    ObjectNode message = message(null);
    message.put("refusal", reason);
    return whole(message, "stop", reason.length());
  }

  String calls(List<Reply.Call> calls) {
    ObjectNode message = message(null);
    message.set("tool_calls", toolCalls(calls, false));
    return whole(message, "tool_calls", calls.toString().length());
  }

  /** The events of a stream, without the last one when it is cut off. */
  List<String> chunks(String content, @Nullable String finish) {
    List<String> chunks = new ArrayList<>();
    ObjectNode first = JSON.createObjectNode().put("role", "assistant").put("content", "");
    chunks.add(chunk(first, null));
    for (int at = 0; at < content.length(); at += CHUNK) {
      String part = content.substring(at, Math.min(content.length(), at + CHUNK));
      chunks.add(chunk(JSON.createObjectNode().put("content", part), null));
    }
    return finish == null ? chunks : ended(chunks, finish, content.length());
  }

  List<String> callChunks(List<Reply.Call> calls) {
    List<String> chunks = new ArrayList<>();
    ObjectNode delta = JSON.createObjectNode().put("role", "assistant");
    delta.set("tool_calls", toolCalls(calls, true));
    chunks.add(chunk(delta, null));
    return ended(chunks, "tool_calls", calls.toString().length());
  }

  private List<String> ended(List<String> chunks, String finish, int length) {
    chunks.add(chunk(JSON.createObjectNode(), finish));
    if (request.wantsUsage()) {
      ObjectNode last = envelope("chat.completion.chunk");
      last.putArray("choices");
      last.set("usage", usage(length));
      chunks.add(last.toString());
    }
    chunks.add("[DONE]");
    return chunks;
  }

  private String whole(ObjectNode message, String finish, int length) {
    ObjectNode body = envelope("chat.completion");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice.set("message", message);
    choice.putNull("logprobs");
    choice.put("finish_reason", finish);
    body.set("usage", usage(length));
    return body.toString();
  }

  private String chunk(ObjectNode delta, @Nullable String finish) {
    ObjectNode body = envelope("chat.completion.chunk");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", finish);
    return body.toString();
  }

  private ObjectNode envelope(String object) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", request.model())
        .put("system_fingerprint", "fp_script");
  }

  private static ObjectNode message(@Nullable String content) {
    return JSON.createObjectNode()
        .put("role", "assistant")
        .put("content", content)
        .putNull("refusal");
  }

  private static ArrayNode toolCalls(List<Reply.Call> calls, boolean streamed) {
    ArrayNode all = JSON.createArrayNode();
    for (int i = 0; i < calls.size(); i++) {
      ObjectNode call = all.addObject();
      if (streamed) {
        call.put("index", i);
      }
      call.put("id", "call_" + i).put("type", "function");
      call.putObject("function")
          .put("name", calls.get(i).name())
          .put("arguments", calls.get(i).arguments());
    }
    return all;
  }

  /** About four characters make a token; what matters is that they are counted. */
  private ObjectNode usage(int length) {
    int asked = request.messages().length() / 4 + 1;
    int said = length / 4 + 1;
    return JSON.createObjectNode()
        .put("prompt_tokens", asked)
        .put("completion_tokens", said)
        .put("total_tokens", asked + said);
  }
}
