package io.custard.gateway.watch;

import io.custard.gateway.key.KeyListener;
import io.custard.gateway.key.KnownKeys;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.Links;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.Refused;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Closes the links of revoked keys: at once where the registry's record is read, within a second on
 * the other replicas, which look into the common table.
 */
@ApplicationScoped
class RevocationWatch implements KeyListener {
  private static final Logger LOG = Logger.getLogger(RevocationWatch.class);

  private final Links links;
  private final KnownKeys keys;

  RevocationWatch(Links links, KnownKeys keys) {
    this.links = links;
    this.keys = keys;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return look(links.all());
  }

  @Override
  public void changed(ConnectionId connectionId) {
    List<AgentLink> concerned =
        links.all().stream().filter(link -> link.connectionId().equals(connectionId)).toList();
    look(concerned).subscribe().with(looked -> {});
  }

  private Uni<Void> look(List<AgentLink> concerned) {
    Set<String> used =
        concerned.stream().map(link -> link.peer().keyId()).collect(Collectors.toSet());
    return used.isEmpty()
        ? Uni.createFrom().voidItem()
        : keys.revokedAmong(used)
            .invoke(this::close)
            .replaceWithVoid()
            .onFailure()
            .recoverWithItem(this::notChecked);
  }

  private void close(Set<String> revoked) {
    links.all().stream()
        .filter(link -> revoked.contains(link.peer().keyId()))
        .forEach(RevocationWatch::revoke);
  }

  private Void notChecked(Throwable failure) {
    LOG.warnf("Revoked keys not looked up, trying again: %s", failure.toString());
    return null;
  }

  private static void revoke(AgentLink link) {
    link.send(new Refused(ErrorCode.AGENT_KEY_REVOKED.name(), "The key was revoked.", null));
    link.close(ErrorCode.AGENT_KEY_REVOKED.name());
  }
}
