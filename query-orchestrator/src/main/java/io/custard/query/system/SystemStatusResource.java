package io.custard.query.system;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.replica.ReplicaInbox;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether questions can be answered, and since when this replica runs. */
@Path("/api/v1/system/status")
public class SystemStatusResource {
  private final Instant startedAt = Instant.now();
  private final ReplicaInbox inbox;
  private final String version;

  SystemStatusResource(
      ReplicaInbox inbox, @ConfigProperty(name = "quarkus.application.version") String version) {
    this.inbox = inbox;
    this.version = version;
  }

  /** The answer of this resource. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record SystemStatus(String status, String version, Instant startedAt) {}

  @GET
  @Needs(Permission.SYSTEM_STATUS)
  public SystemStatus status() {
    return new SystemStatus(inbox.address().isPresent() ? "ready" : "starting", version, startedAt);
  }
}
