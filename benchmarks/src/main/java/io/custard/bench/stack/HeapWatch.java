package io.custard.bench.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Looks four times a second how much of their heaps some JVMs use, garbage included, by {@code
 * jstat}; {@link #peaksMib} tells the most.
 */
public final class HeapWatch implements AutoCloseable {
  private static final String INTERVAL_MILLIS = "250";
  private static final List<String> USED = List.of("S0U", "S1U", "EU", "OU");
  private static final int KIB = 1024;

  private final Map<String, Double> peaks = new ConcurrentHashMap<>();
  private final Map<String, Process> watches = new LinkedHashMap<>();

  private HeapWatch() {}

  /**
   * Begins to look.
   *
   * @param pids by the name of the process
   */
  public static HeapWatch of(Map<String, Long> pids) throws IOException {
    HeapWatch watch = new HeapWatch();
    for (Map.Entry<String, Long> process : pids.entrySet()) {
      watch.begin(process.getKey(), process.getValue());
    }
    return watch;
  }

  private void begin(String name, long pid) throws IOException {
    String jstat = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
    Process process =
        new ProcessBuilder(jstat, "-gc", Long.toString(pid), INTERVAL_MILLIS)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    watches.put(name, process);
    Thread.ofVirtual().start(() -> read(name, process));
  }

  private void read(String name, Process process) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
      List<String> titles = cells(lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        peaks.merge(name, usedKib(titles, cells(line)) / KIB, Math::max);
      }
    } catch (IOException e) {
      peaks.putIfAbsent(name, Double.NaN); // Closed while it was read; what was seen counts.
    }
  }

  /** What one line of {@code jstat -gc} says is used, under its titles. */
  public static double usedKib(List<String> titles, List<String> values) {
    return IntStream.range(0, Math.min(titles.size(), values.size()))
        .filter(i -> USED.contains(titles.get(i)))
        .mapToDouble(i -> Double.parseDouble(values.get(i)))
        .sum();
  }

  /** The cells of a line of {@code jstat}. */
  public static List<String> cells(String line) {
    return line == null ? List.of() : Arrays.asList(line.strip().split("\\s+"));
  }

  /** The most each used so far, in MiB. */
  public Map<String, Double> peaksMib() {
    return Map.copyOf(peaks);
  }

  @Override
  public void close() {
    watches.values().forEach(Process::destroy);
  }
}
