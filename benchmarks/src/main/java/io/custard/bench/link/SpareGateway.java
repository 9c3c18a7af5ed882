package io.custard.bench.link;

import io.custard.bench.stack.Ending;
import io.custard.bench.stack.ProcessTree;
import io.custard.bench.stack.Stack;
import io.custard.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One more gateway replica beside the stack's own, with a heap for many links: started as the
 * stack's was, on another port.
 */
final class SpareGateway implements AutoCloseable {
  private static final String NAME = "agent-gateway";
  private static final String HEAP = "-Xmx1g";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private SpareGateway(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param log where it writes what it has to say; written anew
   */
  static SpareGateway start(Stack stack, Path log) throws IOException, InterruptedException {
    ProcessTree model = stack.processes().get(NAME);
    if (model == null) {
      throw new IllegalStateException("the stack has no " + NAME);
    }
    List<String> command =
        model.commandLine().stream()
            .filter(word -> !word.startsWith("-XX:AOTCache"))
            .map(word -> word.startsWith("-Xmx") ? HEAP : word)
            .toList();
    int port = FreePort.any();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(log.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(model.environment());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    SpareGateway gateway = new SpareGateway(builder.start(), port);
    gateway.awaitReady();
    return gateway;
  }

  private void awaitReady() throws InterruptedException {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!answers(http, ready)) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
          close();
          throw new IllegalStateException("the gateway of the benchmark did not get ready");
        }
      }
    }
  }

  private static boolean answers(HttpClient http, HttpRequest ready) throws InterruptedException {
    try {
      return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // Not listening yet.
    }
  }

  int port() {
    return port;
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + port);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    Ending.of(process);
  }
}
