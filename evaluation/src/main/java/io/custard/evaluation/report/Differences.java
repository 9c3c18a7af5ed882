package io.custard.evaluation.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import io.custard.evaluation.replay.Result;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Lists the statements whose end differs from that on the database itself, and those the validator
 * doubted although they run or missed although they do not: {@code
 * {"id","model","kind","pipeline","direct","sql"}}.
 */
public final class Differences {
  private Differences() {}

  public static void write(Collection<Result> results, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Result result : results) {
        String kind = kind(result);
        if (!kind.isEmpty()) {
          out.write(Json.MAPPER.writeValueAsString(line(result, kind)));
          out.write('\n');
        }
      }
    }
  }

  static String kind(Result result) {
    if (Ends.isDifferent(result)) {
      return "rows";
    } else if (Ends.isLost(result)) {
      return "lost";
    } else if (Ends.isGained(result)) {
      return "gained";
    }
    if (Ends.isMissed(result)) {
      return "missed";
    }
    return result.direct().ran() && result.verdict().doubted() ? "doubted" : "";
  }

  private static ObjectNode line(Result result, String kind) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", result.statement().id())
        .put("model", result.statement().model())
        .put("kind", kind)
        .put("pipeline", result.pipeline().code())
        .put("direct", result.direct().code())
        .put("sql", result.statement().sql());
  }
}
