package io.custard.query;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes traces by OTLP over HTTP, and keeps their bytes: texts stand in them as they are. */
public class TestingCollector implements QuarkusTestResourceLifecycleManager {
  private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
  private HttpServer server;

  /** All bodies so far, read as Latin-1 so that no byte is lost. */
  static String received() {
    return String.join("\n", RECEIVED);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/traces",
        exchange -> {
          RECEIVED.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return Map.of(
        "otel.exporter.otlp.endpoint",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "quarkus.otel.bsp.schedule.delay",
        "100ms");
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
