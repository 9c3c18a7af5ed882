package io.custard.query.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps {@link KnownConnections} up to date. What is no registry record is skipped, since it would
 * be the same at every try; a database that is away is tried until it answers.
 */
@ApplicationScoped
class RegistryConsumer {
  private static final Logger LOG = Logger.getLogger(RegistryConsumer.class);

  private final KnownConnections connections;
  private final ObjectMapper json;

  RegistryConsumer(KnownConnections connections, ObjectMapper json) {
    this.connections = connections;
    this.json = json;
  }

  @Incoming("registry")
  Uni<Void> consume(byte[] value) {
    ConnectionRegisteredV1 connection;
    try {
      connection = json.readValue(value, ConnectionRegisteredV1.class);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("Registry record skipped cause=%s", e.getClass().getSimpleName());
      return Uni.createFrom().voidItem();
    }
    return connections
        .put(connection)
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .indefinitely();
  }
}
