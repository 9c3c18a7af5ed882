package io.custard.gateway.link;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The links of this replica. */
@ApplicationScoped
public class Links {
  private final Map<LinkId, AgentLink> links = new ConcurrentHashMap<>();
  private final Map<Instance, AgentLink> standing = new ConcurrentHashMap<>();

  /** One agent process, over all its sockets. */
  private record Instance(ConnectionId connectionId, String instanceId) {}

  public void add(AgentLink link) {
    links.put(link.id(), link);
  }

  /** Makes it the link of its instance; the one before it, if any, is given back. */
  public Optional<AgentLink> stand(AgentLink link, String instanceId) {
    AgentLink before = standing.put(new Instance(link.connectionId(), instanceId), link);
    return Optional.ofNullable(before).filter(other -> other != link);
  }

  /** Forgets the link, and never its successor. */
  public void remove(AgentLink link) {
    links.remove(link.id());
    link.hello()
        .ifPresent(
            hello -> standing.remove(new Instance(link.connectionId(), hello.instanceId()), link));
  }

  /** A link that may take statements. */
  public Optional<AgentLink> ready(LinkId id) {
    return Optional.ofNullable(links.get(id)).filter(AgentLink::isReady);
  }

  /** The same, but empty as well when it is not a link of this connection. */
  public Optional<AgentLink> ready(ConnectionId connectionId, LinkId id) {
    return ready(id).filter(link -> link.connectionId().equals(connectionId));
  }

  /** The link on which an instance stands here. */
  public Optional<AgentLink> of(ConnectionId connectionId, String instanceId) {
    return Optional.ofNullable(standing.get(new Instance(connectionId, instanceId)))
        .filter(AgentLink::isReady);
  }

  public List<AgentLink> all() {
    return List.copyOf(links.values());
  }
}
