package io.custard.evaluation.replay;

import io.custard.bench.stack.OwnAgent;
import io.custard.bench.stack.PublicApi;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A SQLite file behind an agent as people start it; closing ends the agent and its connection. */
record LinkedDatabase(Path file, PublicApi owner, OwnAgent agent) implements AutoCloseable {
  /** An agent says of every statement that it ran. */
  private static final Map<String, String> QUIET = Map.of("QUARKUS_LOG_LEVEL", "ERROR");

  /** Returns when statements can be sent, and the orchestrator has the schema to check them by. */
  static LinkedDatabase open(Script script, Stack stack, EvaluationApi api, Path file)
      throws Exception {
    PublicApi owner = PublicApi.of(stack);
    OwnAgent agent =
        OwnAgent.start(
            script,
            owner,
            new OwnAgent.Settings(stack.context().url(), "sqlite:" + file.toRealPath(), QUIET));
    LinkedDatabase linked = new LinkedDatabase(file, owner, agent);
    try {
      DatabaseReplay.awaitSchema(api, agent.connection());
      return linked;
    } catch (IOException | InterruptedException | RuntimeException e) {
      linked.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (owner) {
      agent.close();
    }
  }
}
