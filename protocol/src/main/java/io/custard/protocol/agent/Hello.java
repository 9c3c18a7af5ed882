package io.custard.protocol.agent;

import io.custard.protocol.EngineDescription;
import io.custard.protocol.PolicySummary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first frame on a link: who speaks, for which database.
 *
 * @param instanceId tells members of one connection apart; stays the same over reconnects
 * @param startEpochMillis when the process started, by its own clock; for people, never compared
 * @param capabilities of {@link io.custard.protocol.Capability}; absent before minor version 2
 * @param schemaFingerprint of the schema this process sent last; absent before the first
 * @param policy absent before minor version 2
 */
public record Hello(
    int minVersion,
    int maxVersion,
    String build,
    String instanceId,
    EngineDescription engine,
    @Nullable Long startEpochMillis,
    @Nullable List<String> capabilities,
    @Nullable String schemaFingerprint,
    @Nullable PolicySummary policy)
    implements AgentFrame {
  public Hello {
    Objects.requireNonNull(build);
    Objects.requireNonNull(instanceId);
    Objects.requireNonNull(engine);
    capabilities = capabilities == null ? null : List.copyOf(capabilities);
  }
}
