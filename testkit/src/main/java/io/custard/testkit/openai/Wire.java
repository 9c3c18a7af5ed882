package io.custard.testkit.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.custard.testkit.openai.Reply.Calls;
import io.custard.testkit.openai.Reply.CutOff;
import io.custard.testkit.openai.Reply.Failure;
import io.custard.testkit.openai.Reply.Raw;
import io.custard.testkit.openai.Reply.Refusal;
import io.custard.testkit.openai.Reply.Silence;
import io.custard.testkit.openai.Reply.Text;
import io.custard.testkit.openai.Reply.TooLong;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One answer on its way out. */
final class Wire implements AutoCloseable {
  static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpExchange exchange;

  Wire(HttpExchange exchange) {
    this.exchange = exchange;
  }

  void say(ChatRequest request, Reply reply) throws IOException {
    Completion completion = new Completion(request);
    switch (reply) {
      case Text text -> text(request, completion, text.content(), "stop");
      case TooLong text -> text(request, completion, text.content(), "length");
      case Calls calls -> {
        if (request.streams()) {
          events(completion.callChunks(calls.calls()));
        } else {
          json(200, completion.calls(calls.calls()));
        }
      }
      case Refusal refusal -> json(200, completion.refusal(refusal.reason()));
      case Failure failure -> {
        if (failure.retryAfterSeconds() > 0) {
          exchange
              .getResponseHeaders()
              .set("Retry-After", Integer.toString(failure.retryAfterSeconds()));
        }
        error(failure.status(), failure.code(), failure.message());
      }
      case Raw raw -> json(200, raw.body());
      case CutOff text -> cutOff(request, completion, text.content());
      case Silence silence -> silence(silence);
    }
  }

  private void text(ChatRequest request, Completion completion, String content, String finish)
      throws IOException {
    if (request.streams()) {
      events(completion.chunks(content, finish));
    } else {
      json(200, completion.text(content, finish));
    }
  }

  /** Promises more than it sends, so that the client sees the connection break. */
  private void cutOff(ChatRequest request, Completion completion, String content)
      throws IOException {
    if (request.streams()) {
      events(completion.chunks(content, null));
      return;
    }
    byte[] whole = completion.text(content, "stop").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, whole.length);
    exchange.getResponseBody().write(whole, 0, whole.length / 2);
    exchange.getResponseBody().flush();
  }

  private static void silence(Silence silence) {
    try {
      Thread.sleep(silence.duration());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void events(List<String> chunks) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (String chunk : chunks) {
      out.write(("data: " + chunk + "\n\n").getBytes(UTF_8));
      out.flush();
    }
  }

  void json(int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  void error(int status, String code, String message) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("error")
        .put("message", message)
        .put("type", status == 429 ? "rate_limit_error" : "invalid_request_error")
        .putNull("param")
        .put("code", code);
    json(status, body.toString());
  }

  @Override
  public void close() {
    exchange.close();
  }
}
