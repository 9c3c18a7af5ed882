package io.custard.protocol.agent;

import io.custard.protocol.LedgerHead;
import io.custard.protocol.PolicySummary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the agent knows of itself; sent every heartbeat.
 *
 * @param database {@code green} or {@code red}: whether a real statement ran
 * @param code why it is red
 * @param roleWarning what the database role can do that it should not; absent when it is clean
 * @param roleFindings the same one by one, in short sentences; absent from agents that do not tell
 * @param roleRepair statements that make a role which only reads; absent when there is no finding
 * @param draining true: the agent finishes what runs and takes nothing new
 * @param policy the policy in force; absent from agents that do not tell
 * @param ledger how far the ledger reached; absent from agents that do not tell
 */
public record Health(
    String database,
    @Nullable String code,
    @Nullable String message,
    @Nullable String roleWarning,
    int inFlight,
    @Nullable List<String> roleFindings,
    @Nullable String roleRepair,
    @Nullable Boolean draining,
    @Nullable PolicySummary policy,
    @Nullable LedgerHead ledger)
    implements AgentFrame {
  public Health {
    Objects.requireNonNull(database);
    roleFindings = roleFindings == null ? null : List.copyOf(roleFindings);
  }

  public static final String GREEN = "green";
  public static final String RED = "red";

  /** Before the first report. */
  public static final String UNKNOWN = "unknown";
}
