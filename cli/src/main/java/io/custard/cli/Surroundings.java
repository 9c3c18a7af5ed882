package io.custard.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command may know of the process it runs in.
 *
 * @param home the checkout, whose {@code .custard} holds the state of the running stack
 */
record Surroundings(
    Map<String, String> environment, Path home, InputStream in, PrintStream out, PrintStream err) {

  Surroundings {
    environment = Map.copyOf(environment);
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** The environment holds tokens. */
  @Override
  public String toString() {
    return "Surroundings[home=" + home + "]";
  }
}
