package io.custard.agent.check;

import io.custard.agent.config.AgentFiles;
import io.custard.agent.ledger.LedgerProbe;
import io.custard.agent.link.ExitCode;
import io.custard.agent.policy.InvalidPolicy;
import io.custard.agent.policy.PolicyFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The policy file and the ledger's folder; read and written aside, they may hang on a network. */
final class FileSteps {
  private static final long LIMIT_MILLIS = 5_000;
  private static final long LITTLE_BYTES = 256L * 1024 * 1024;

  private FileSteps() {}

  static List<Step> of(Vertx vertx, AgentFiles files) {
    return List.of(
        new Step(
            "policy",
            "settings",
            LIMIT_MILLIS,
            () -> vertx.executeBlocking(() -> policy(files.policy())),
            failure -> wrong("The policy file cannot be read in time.")),
        new Step(
            "ledger",
            "settings",
            LIMIT_MILLIS,
            () -> vertx.executeBlocking(() -> ledger(files.ledger())),
            failure ->
                wrong(
                    "The ledger's folder %s cannot be written.".formatted(files.ledger()),
                    "Give the agent's user a folder it may write; CUSTARD_LEDGER names it. Without"
                        + " a ledger nothing is executed.")));
  }

  private static Finding policy(Optional<Path> path) {
    try {
      PolicyFile policy = PolicyFile.open(path);
      return path.isEmpty()
          ? Finding.ok("No policy file; the guard and the agent's limits decide alone.")
          : Finding.ok("%s, hash %s.".formatted(path.get(), policy.current().hash()));
    } catch (InvalidPolicy e) {
      return wrong(
          String.valueOf(e.getMessage()),
          "Mend the file that CUSTARD_POLICY names, then try again.");
    }
  }

  private static Finding ledger(Path folder) throws IOException {
    long free = LedgerProbe.write(folder);
    return free < LITTLE_BYTES
        ? Finding.warning(
            "%s has %d MB left.".formatted(folder, free >> 20),
            "Make room: when the disk is full nothing is executed.")
        : Finding.ok("%s can be written.".formatted(folder));
  }

  private static Finding wrong(String sentence, String... advice) {
    return Finding.failed(ExitCode.SETTINGS_WRONG, sentence, advice);
  }
}
