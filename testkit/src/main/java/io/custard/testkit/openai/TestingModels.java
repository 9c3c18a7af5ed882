package io.custard.testkit.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.custard.testkit.openai.ChatRequest.BadRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint, on a free port of this host. Answers {@code GET /v1/models} and {@code POST
 * /v1/chat/completions}, whole or streamed, and keeps every request for tests that look what a
 * model was shown.
 */
public final class TestingModels implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 4 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final @Nullable String key;
  private volatile Script script;

  private TestingModels(Script script, @Nullable String key) throws IOException {
    this.script = script;
    this.key = key;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/v1/models", this::models);
    server.createContext("/v1/chat/completions", this::complete);
  }

  /**
   * Starts it.
   *
   * @param key what requests must bear; null: nothing is asked for
   */
  public static TestingModels start(Script script, @Nullable String key) {
    try {
      TestingModels models = new TestingModels(script, key);
      models.server.start();
      return models;
    } catch (IOException e) {
      throw new IllegalStateException("no port for the model endpoint", e);
    }
  }

  /** The base URL that clients are given, with {@code /v1}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** From now on. */
  public void play(Script next) {
    script = next;
  }

  /** The bodies of all requests for completions, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public void forget() {
    requests.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void models(HttpExchange exchange) throws IOException {
    try (var answer = new Wire(exchange)) {
      if (refused(exchange, answer)) {
        return;
      }
      answer.json(
          200, "{\"object\":\"list\",\"data\":[{\"id\":\"scripted\",\"object\":\"model\"}]}");
    }
  }

  private void complete(HttpExchange exchange) throws IOException {
    try (var answer = new Wire(exchange)) {
      if (!refused(exchange, answer)) {
        complete(exchange, answer);
      }
    }
  }

  private void complete(HttpExchange exchange, Wire answer) throws IOException {
    String body = new String(exchange.getRequestBody().readNBytes(LARGEST), Wire.UTF_8);
    requests.add(body);
    try {
      ChatRequest request = ChatRequest.checked(JSON.readTree(body));
      answer.say(request, script.next(request.messages()));
    } catch (BadRequest | JsonProcessingException e) {
      answer.error(400, "invalid_request_error", Objects.requireNonNullElse(e.getMessage(), ""));
    }
  }

  private boolean refused(HttpExchange exchange, Wire answer) throws IOException {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    boolean wrong = key != null && !("Bearer " + key).equals(shown);
    if (wrong) {
      answer.error(401, "invalid_api_key", "Incorrect API key provided.");
    }
    return wrong;
  }
}
