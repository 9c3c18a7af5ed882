package io.custard.protocol.agent;

import io.custard.protocol.LedgerHead;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The agent is about to close the link on purpose.
 *
 * @param ledger how far the ledger reached; absent from agents that do not tell
 */
public record Goodbye(String reason, @Nullable LedgerHead ledger) implements AgentFrame {
  public Goodbye {
    Objects.requireNonNull(reason);
  }
}
