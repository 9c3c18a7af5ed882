package io.custard.agent.health;

import io.custard.protocol.LedgerHead;
import io.custard.protocol.PolicySummary;
import io.vertx.core.Future;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What the agent can say of itself at once, beside what its database says.
 *
 * @param inFlight statements that run or wait
 * @param policy the one in force
 * @param ledger its last line that is on disk
 * @param settledLedger the same, once everything noted so far is on disk
 */
public record SelfReport(
    IntSupplier inFlight,
    Supplier<PolicySummary> policy,
    Supplier<LedgerHead> ledger,
    Supplier<Future<LedgerHead>> settledLedger) {
  public SelfReport {
    Objects.requireNonNull(inFlight);
    Objects.requireNonNull(policy);
    Objects.requireNonNull(ledger);
    Objects.requireNonNull(settledLedger);
  }
}
