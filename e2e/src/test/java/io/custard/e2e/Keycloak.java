package io.custard.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Keycloak on loopback, with one realm that it forgets in the end. */
final class Keycloak implements AutoCloseable {
  /** The first start rebuilds it for its options, which takes a while on a small machine. */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int STOP_SECONDS = 30;

  private static final Path HOME = Path.of(System.getProperty("custard.keycloak", "target"));
  private static final Path LOG = Path.of("target", "keycloak.log");

  private final Process process;

  private Keycloak(Process process) {
    this.process = process;
  }

  /** As in its tokens. */
  static String issuer(int port, String realm) {
    return "http://127.0.0.1:%d/realms/%s".formatted(port, realm);
  }

  /** Returns when the realm is served. */
  static Keycloak start(int port, String realm, String realmJson)
      throws IOException, InterruptedException {
    Path imports = Files.createDirectories(HOME.resolve("data/import"));
    Files.writeString(imports.resolve(realm + "-realm.json"), realmJson);
    Keycloak started = new Keycloak(begin(port));
    try {
      started.awaitServed(URI.create(issuer(port, realm) + "/.well-known/openid-configuration"));
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static Process begin(int port) throws IOException {
    List<String> command =
        List.of(
            "sh",
            HOME.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG.toFile());
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return builder.start();
  }

  private void awaitServed(URI document) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      await("Keycloak; see " + LOG.toAbsolutePath())
          .atMost(START_LIMIT)
          .pollInterval(POLL)
          .until(() -> isServed(http, document) || hasEnded());
    }
    if (hasEnded()) {
      throw new IllegalStateException("Keycloak ended; see " + LOG.toAbsolutePath());
    }
  }

  private boolean hasEnded() {
    return !process.isAlive();
  }

  private static boolean isServed(HttpClient http, URI document) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(document).timeout(Duration.ofSeconds(10)).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The script passes the signal on to its JVM; a kill would not reach it. */
  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      all.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
