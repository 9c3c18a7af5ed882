package io.custard.connection.status;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent as the API shows it.
 *
 * @param database {@code green}, {@code red} or {@code unknown}; the same as its lamp
 * @param code why the database is red, and {@code message} in words
 * @param roleWarning what its database role may do beyond reading, in one sentence
 * @param roleFindings the same one by one; null when the agent does not tell
 * @param roleRepair statements for the database's administrator that make a role which only reads
 * @param inFlight statements under way when it was last heard; null when it does not tell
 * @param draining true: it finishes what runs and takes nothing new
 * @param capabilities what it can do beyond the first protocol; null when it does not tell
 * @param policy hash and summary of the policy in force there; null when it does not tell
 * @param ledger null when it does not tell
 * @param ledgerWarning that its ledger went back, in one sentence; null: it did not
 * @param keyId the public part of the key it linked with
 */
@JsonNaming(SnakeCaseStrategy.class)
public record AgentView(
    String instanceId,
    UUID linkId,
    @Nullable String engine,
    @Nullable String engineVersion,
    @Nullable String build,
    String database,
    @Nullable String code,
    @Nullable String message,
    @Nullable String roleWarning,
    @Nullable List<String> roleFindings,
    @Nullable String roleRepair,
    Instant linkedAt,
    Lamps lamps,
    @Nullable Integer inFlight,
    boolean draining,
    @Nullable List<String> capabilities,
    @Nullable Policy policy,
    @Nullable LedgerView ledger,
    @Nullable String ledgerWarning,
    @Nullable String keyId) {

  /** What the agent's owner allows, as far as the cloud may know it. */
  record Policy(String hash, String summary) {}

  boolean linked() {
    return lamps.link().state().equals(Lamps.GREEN);
  }
}
