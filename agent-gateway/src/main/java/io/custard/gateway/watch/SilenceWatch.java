package io.custard.gateway.watch;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.LinkState;
import io.custard.gateway.link.Links;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes the links that say nothing, and those that never said who they are. */
@ApplicationScoped
class SilenceWatch {
  private final Links links;
  private final GatewayConfig config;

  SilenceWatch(Links links, GatewayConfig config) {
    this.links = links;
    this.config = config;
  }

  @Scheduled(every = "1s")
  void look() {
    links.all().forEach(this::look);
  }

  private void look(AgentLink link) {
    long silent = link.signs().silentNanos();
    if (link.state() instanceof LinkState.Greeting) {
      if (link.openNanos() > config.helloDeadline().toNanos()) {
        link.close("no hello");
      }
    } else if (silent > config.heartbeat().toNanos() * config.missedHeartbeats()) {
      link.close("silent");
    }
  }
}
