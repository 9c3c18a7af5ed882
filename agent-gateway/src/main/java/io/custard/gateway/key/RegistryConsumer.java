package io.custard.gateway.key;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps {@link KnownKeys} up to date. A record that is no registry record is skipped, since it
 * would be the same at every try; a database that is away is tried until it answers, so no change
 * of a key is ever lost.
 */
@ApplicationScoped
class RegistryConsumer {
  private static final Logger LOG = Logger.getLogger(RegistryConsumer.class);

  private final KnownKeys keys;
  private final ObjectMapper json;

  RegistryConsumer(KnownKeys keys, ObjectMapper json) {
    this.keys = keys;
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
    return keys.put(connection)
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .indefinitely();
  }
}
