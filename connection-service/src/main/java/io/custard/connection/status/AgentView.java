package io.custard.connection.status;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A linked agent as the API shows it.
 *
 * @param database {@code green}, {@code red} or {@code unknown}
 * @param code why the database is red, and {@code message} in words
 * @param roleWarning what its database role may do beyond reading, in one sentence
 * @param roleFindings the same one by one; null when the agent does not tell
 * @param roleRepair statements for the database's administrator that make a role which only reads
 */
@JsonNaming(SnakeCaseStrategy.class)
record AgentView(
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
    Instant linkedAt) {}
