package io.custard.bench.auth;

import io.custard.bench.load.Load;
import io.custard.bench.load.Load.Caller;
import io.custard.bench.stack.ProcessTree;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The cheapest request of query-orchestrator that asks who is there, straight to the service.
 *
 * @param token what the next request shows
 * @param status what it must be answered with
 */
record Requests(String name, URI address, Supplier<Optional<String>> token, int status)
    implements Load.Callers {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SIGNATURE_BYTES = 64;

  /** Without a token, with one that is known, and with one whose signature is made up each time. */
  static List<Requests> kinds(ProcessTree service, String token) throws Exception {
    String port = service.environment("QUARKUS_HTTP_PORT").orElseThrow();
    URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/system/status");
    String signed = token.substring(0, token.lastIndexOf('.') + 1);
    return List.of(
        new Requests("no_token", address, Optional::empty, 401),
        new Requests("known_token", address, () -> Optional.of(token), 200),
        new Requests("forged_token", address, () -> Optional.of(signed + madeUp()), 401));
  }

  private static String madeUp() {
    byte[] signature = new byte[SIGNATURE_BYTES];
    RANDOM.nextBytes(signature);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  @Override
  public Caller open() {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Caller() {
      @Override
      public boolean call() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        token.get().ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        int answered = http.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (answered != status) {
          throw new IllegalStateException(name + " was answered " + answered);
        }
        return true;
      }

      @Override
      public void close() {
        http.close();
      }
    };
  }
}
