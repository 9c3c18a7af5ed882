package io.custard.agent.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Files of the database's owner.
 *
 * @param policy the policy file; empty when there is none
 * @param ledger the folder of the ledger
 */
public record AgentFiles(Optional<Path> policy, Path ledger) {
  public AgentFiles {
    Objects.requireNonNull(policy);
    Objects.requireNonNull(ledger);
  }
}
