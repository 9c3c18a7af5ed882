package io.custard.auth.mail;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** {@code /q/health/well}: how many mails wait. Takes no traffic away. */
@Wellness
@ApplicationScoped
class MailHealth implements AsyncHealthCheck {
  private final MailTable table;

  MailHealth(MailTable table) {
    this.table = table;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return table
        .waiting()
        .map(count -> HealthCheckResponse.named("mails").up().withData("waiting", count).build())
        .onFailure()
        .recoverWithItem(HealthCheckResponse.named("mails").down().build());
  }
}
