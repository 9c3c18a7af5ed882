package io.custard.bench.link;

import io.custard.bench.stack.HeapWatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What another JVM of this machine uses, after a collection it is asked for. */
record Jvm(long pid) {
  private static final int KIB = 1024;

  /** Bytes of live objects. */
  long liveBytes() throws IOException, InterruptedException {
    run("jcmd", Long.toString(pid), "GC.run");
    List<String> lines = run("jstat", "-gc", Long.toString(pid));
    double kib =
        HeapWatch.usedKib(HeapWatch.cells(lines.getFirst()), HeapWatch.cells(lines.getLast()));
    return Math.round(kib * KIB);
  }

  private static List<String> run(String tool, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
      output.lines().forEach(lines::add);
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(tool + " of " + arguments[0] + " failed");
    }
    return lines;
  }
}
