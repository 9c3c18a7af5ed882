package io.custard.replica;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before others can reach this replica. */
@Readiness
@ApplicationScoped
class InboxReadiness implements HealthCheck {
  private final ReplicaInbox inbox;

  InboxReadiness(ReplicaInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("replica inbox").status(inbox.address().isPresent()).build();
  }
}
