package io.custard.bench.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code custard} script of a checkout, run as a person would. */
public record Script(Path home, PrintStream progress) {

  /**
   * How a run went.
   *
   * @param firstLine from the start to the first line on standard output; null when none came
   */
  public record Run(
      int exitCode, List<String> output, @Nullable Duration firstLine, Duration total) {
    public Run {
      output = List.copyOf(output);
    }

    /**
     * The run itself.
     *
     * @throws IllegalStateException when it failed
     */
    public Run succeeded(String what) {
      if (exitCode != 0) {
        throw new IllegalStateException(
            what + " ended with exit code " + exitCode + ": " + String.join("\n", output));
      }
      return this;
    }
  }

  /** Starts the command, which may stay; nothing is read from it. */
  public Process start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  /** The same with more in its environment; secrets go there. */
  public Process start(Map<String, String> environment, String... arguments) throws IOException {
    ProcessBuilder builder = builder(arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("custard").toString()));
    command.addAll(List.of(arguments));
    progress.println("running ./custard " + String.join(" ", arguments));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Runs the command to its end. */
  public Run run(String... arguments) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder(arguments).start();
    process.getOutputStream().close();
    List<String> lines = new ArrayList<>();
    Duration first = null;
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        first = first == null ? since(start) : first;
        lines.add(line);
      }
    }
    int exitCode = process.waitFor();
    return new Run(exitCode, lines, first, since(start));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
