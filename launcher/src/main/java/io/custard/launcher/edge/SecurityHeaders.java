package io.custard.launcher.edge;

import io.vertx.core.MultiMap;
import java.util.Map;

/** Headers every answer carries; what a service set itself stays. */
final class SecurityHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none';"
                  + " base-uri 'none'; form-action 'none'");

  private SecurityHeaders() {}

  static void add(MultiMap headers) {
    HEADERS.forEach((name, value) -> {
      if (!headers.contains(name)) {
        headers.set(name, value);
      }
    });
  }
}
