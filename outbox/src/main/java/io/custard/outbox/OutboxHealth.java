package io.custard.outbox;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * {@code /q/health/well}: how many records wait, since when, and how many were set aside. Down when
 * somebody has to look at one; that takes no traffic away.
 */
@Wellness
@ApplicationScoped
class OutboxHealth implements AsyncHealthCheck {
  private final OutboxTable table;

  OutboxHealth(OutboxTable table) {
    this.table = table;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return table
        .contents()
        .map(OutboxHealth::response)
        .onFailure()
        .recoverWithItem(HealthCheckResponse.named("outbox").down().build());
  }

  private static HealthCheckResponse response(OutboxTable.Contents contents) {
    return HealthCheckResponse.named("outbox")
        .status(contents.setAside() == 0)
        .withData("waiting", contents.waiting())
        .withData("oldest", String.valueOf(contents.oldest()))
        .withData("set_aside", contents.setAside())
        .build();
  }
}
