package io.custard.launcher.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page at {@code /} until there is a web app: what this is and how to go on. */
final class LandingPage {
  static final String HTML = read();

  private LandingPage() {}

  private static String read() {
    try (InputStream in = LandingPage.class.getResourceAsStream("landing.html")) {
      return new String(
          Objects.requireNonNull(in, "landing.html").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
