package io.custard.testkit.oidc;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers of the token address that are wrong as such, whatever is in them. */
final class Spoiled {
  private static final int LARGE = 1_000_000;
  private static final int LONGEST_WAIT = 20;
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Spoiled() {}

  /** False: there is nothing wrong with it. */
  static boolean answer(Fault fault, HttpExchange exchange)
      throws IOException, InterruptedException {
    switch (fault) {
      case NOT_JSON -> Endpoints.send(exchange, 200, "<html>Sorry!</html>");
      case SERVER_ERROR -> Endpoints.send(exchange, 500, "{}");
      case TOO_LARGE -> Endpoints.send(exchange, 200, "{\"x\":\"" + "x".repeat(LARGE) + "\"}");
      case SLOW -> NEVER.await(LONGEST_WAIT, TimeUnit.SECONDS);
      case TRICKLING -> trickle(exchange);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void trickle(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.sendResponseHeaders(200, 0);
    for (int i = 0; i < LONGEST_WAIT * 10; i++) {
      exchange.getResponseBody().write(" ".getBytes(StandardCharsets.US_ASCII));
      exchange.getResponseBody().flush();
      NEVER.await(100, TimeUnit.MILLISECONDS);
    }
  }
}
