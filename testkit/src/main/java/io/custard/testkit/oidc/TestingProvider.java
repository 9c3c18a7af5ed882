package io.custard.testkit.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * OpenID Connect providers over real HTTP on loopback, and the settings of a service that knows
 * them. Each realm is an issuer of its own: {@link #TRUSTED}, {@link #LOOSE}, {@link #LYING}. What
 * is to go wrong is said by the browser, in the address it visits: so tests do not disturb each
 * other.
 */
public final class TestingProvider implements QuarkusTestResourceLifecycleManager {
  /** Its e-mails are trusted; a client with a secret. */
  public static final String TRUSTED = "trusted";

  /** Its e-mails are not trusted; a public client. */
  public static final String LOOSE = "loose";

  /** Its discovery document is another issuer's. */
  public static final String LYING = "lying";

  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      String base = "http://127.0.0.1:" + started.getAddress().getPort();
      Endpoints endpoints = new Endpoints(base);
      threads = Executors.newVirtualThreadPerTaskExecutor();
      started.setExecutor(threads);
      started.createContext("/", exchange -> answer(endpoints, exchange));
      started.start();
      server = started;
      return settings(base);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
    if (threads != null) {
      threads.shutdownNow();
    }
  }

  static String client(String realm) {
    return "custard at " + realm;
  }

  static String secret(String realm) {
    return "s3cret: of+" + realm;
  }

  private static Map<String, String> settings(String base) {
    Map<String, String> all = new HashMap<>();
    for (String realm : new String[] {TRUSTED, LOOSE, LYING}) {
      String prefix = "custard.auth.oidc.provider." + realm + ".";
      all.put(prefix + "issuer", base + "/" + realm);
      all.put(prefix + "client-id", client(realm));
      all.put(prefix + "email-trusted", Boolean.toString(realm.equals(TRUSTED)));
    }
    all.put("custard.auth.oidc.provider." + TRUSTED + ".client-secret", secret(TRUSTED));
    all.put("custard.auth.oidc.provider." + TRUSTED + ".display-name", "Pudding ID");
    all.put("custard.auth.oidc.provider." + TRUSTED + ".email-domains", "example.com");
    all.put("custard.auth.oidc.deadline", "3s");
    all.put("custard.auth.oidc.keys-pause", "0s");
    return all;
  }

  private static void answer(Endpoints endpoints, HttpExchange exchange) throws IOException {
    try (exchange) {
      endpoints.answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
