package io.custard.launcher.stack;

import io.custard.launcher.seed.DatabaseUrl;
import java.util.Optional;

/**
 * What a stack is started for.
 *
 * @param edgePort taken when it is free
 * @param database the user's own; empty: the sample shop
 * @param gateways how many agent-gateway processes share the links, 1 to {@link #MOST_GATEWAYS}
 */
public record StackOptions(int edgePort, Optional<DatabaseUrl> database, int gateways) {
  public static final int MOST_GATEWAYS = 4;
  private static final int EDGE_PORT = 8080;

  public StackOptions {
    if (gateways < 1 || gateways > MOST_GATEWAYS) {
      throw new IllegalArgumentException(gateways + " gateways");
    }
  }

  public static StackOptions on(Optional<DatabaseUrl> database, int gateways) {
    return new StackOptions(EDGE_PORT, database, gateways);
  }

  /** As the demo account sees it. */
  String connectionName() {
    return database.map(url -> "Database " + url.database()).orElse("Sample shop");
  }
}
