package io.custard.gateway.link;

import io.custard.protocol.LinkId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The links of this replica. */
@ApplicationScoped
public class Links {
  private final Map<LinkId, AgentLink> links = new ConcurrentHashMap<>();

  void add(AgentLink link) {
    links.put(link.id(), link);
  }

  void remove(AgentLink link) {
    links.remove(link.id());
  }

  /** A link that may take statements. */
  public Optional<AgentLink> ready(LinkId id) {
    return Optional.ofNullable(links.get(id)).filter(AgentLink::isReady);
  }

  Collection<AgentLink> all() {
    return links.values();
  }
}
