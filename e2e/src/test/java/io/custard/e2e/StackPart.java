package io.custard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** A process of the running stack as its state file has it at this moment. */
record StackPart(String name, long pid, int port) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static StackPart of(Path state, String name) throws IOException {
    JsonNode run = new ObjectMapper().readTree(state.resolve("run/state.json").toFile());
    for (JsonNode part : run.path("processes")) {
      if (part.path("name").asText().equals(name)) {
        return new StackPart(name, part.path("pid").asLong(), part.path("port").asInt());
      }
    }
    throw new IllegalStateException("the stack has no " + name);
  }

  /** As a crash would end it. */
  void kill() {
    Signals.send(pid, "KILL");
  }

  boolean isReady() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
