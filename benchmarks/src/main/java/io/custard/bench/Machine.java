package io.custard.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure must be read beside. */
final class Machine {
  private static final long KIB_PER_GIB = 1 << 20;

  private Machine() {}

  static ObjectNode describe() throws IOException {
    return Json.MAPPER
        .createObjectNode()
        .put("cores", Runtime.getRuntime().availableProcessors())
        .put("memory_gib", memoryKib() / KIB_PER_GIB)
        .put("jdk", Runtime.version().toString())
        .put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  private static long memoryKib() throws IOException {
    return Files.readAllLines(Path.of("/proc/meminfo")).stream()
        .filter(line -> line.startsWith("MemTotal:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
