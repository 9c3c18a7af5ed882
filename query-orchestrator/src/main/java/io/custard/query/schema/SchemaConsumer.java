package io.custard.query.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps {@link KnownSchemas} up to date; same rules as for the registry. */
@ApplicationScoped
class SchemaConsumer {
  private static final Logger LOG = Logger.getLogger(SchemaConsumer.class);

  private final KnownSchemas schemas;
  private final ObjectReader reader;

  SchemaConsumer(KnownSchemas schemas, ObjectMapper json) {
    this.schemas = schemas;
    this.reader = json.readerFor(SchemaEvent.class);
  }

  @Incoming("schemas")
  Uni<Void> consume(byte[] value) {
    SchemaEvent event;
    try {
      event = reader.readValue(value);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("Schema record skipped cause=%s", e.getClass().getSimpleName());
      return Uni.createFrom().voidItem();
    }
    return put(event)
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .indefinitely();
  }

  private Uni<Void> put(SchemaEvent event) {
    return switch (event) {
      case SchemaTableV1 table -> schemas.put(table);
      case SchemaHeaderV1 header -> schemas.put(header);
    };
  }
}
