package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something, or tried to. Holds no secret and no row value.
 *
 * @param eventId drawn by the writer; the same event written twice has it twice
 * @param organisationId absent when nobody knows whose it is, as with a made-up key
 * @param actor {@code user:<id>} or {@code agent-key:<key id>}, {@code system} for what follows
 *     from something else, or {@code unknown}
 * @param action {@code area.deed}, such as {@code key.revoked} or {@code statement.run}
 * @param outcome {@code OK}, or a name of {@code io.custard.problem.ErrorCode}
 * @param address of the caller, as far as it is known
 * @param details more, by name; short
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEventV1(
    UUID eventId,
    long atEpochMillis,
    @Nullable OrganisationId organisationId,
    String actor,
    String action,
    String outcome,
    @Nullable ConnectionId connectionId,
    @Nullable String address,
    Map<String, String> details) {
  public AuditEventV1 {
    Objects.requireNonNull(eventId);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(action);
    Objects.requireNonNull(outcome);
    details = Map.copyOf(details);
  }
}
