package io.custard.protocol.agent;

import io.custard.protocol.LinkId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link Hello}: the link stands.
 *
 * @param version the newest version both ends speak
 * @param minimumBuild older agents should be replaced soon; absent: any will do
 * @param recommendedBuild what the operator would install today; absent: no recommendation
 */
public record Welcome(
    LinkId linkId,
    int version,
    int heartbeatSeconds,
    @Nullable String minimumBuild,
    @Nullable String recommendedBuild)
    implements GatewayFrame {
  public Welcome {
    Objects.requireNonNull(linkId);
  }
}
