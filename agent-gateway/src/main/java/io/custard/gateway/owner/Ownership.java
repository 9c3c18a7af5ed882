package io.custard.gateway.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.gateway.key.Handshakes;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.LinkState;
import io.custard.gateway.owner.OwnershipScript.Member;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who holds which agent's link, in Redis: as {@link LinkOwner} describes, by {@link
 * OwnershipScript}.
 *
 * <p>Fencing (ADR 0003): a claim draws max(last number + 1, clock). Asserting or releasing with a
 * lower number loses, so a closing old socket never removes its successor; and since the numbers
 * are clock readings, a zombie cannot outbid a newer owner even after Redis was emptied.
 */
@ApplicationScoped
public class Ownership {
  private final OwnershipScript script;
  private final ObjectMapper json;
  private final Handshakes handshakes;

  Ownership(
      ReactiveRedisDataSource redis,
      ObjectMapper json,
      GatewayConfig config,
      Handshakes handshakes) {
    this.handshakes = handshakes;
    this.script = new OwnershipScript(redis, config.ownershipLifetime());
    this.json = json;
  }

  /** Takes the link over from whoever held it; completes with the fencing number drawn. */
  public Uni<Long> claim(AgentLink link, Hello hello, ReplicaAddress here) {
    return handshakes.during(script.claim(member(link, hello), write(describe(link, hello, here))));
  }

  /** Says again that we hold the link; false when a newer claim stands. */
  Uni<Boolean> hold(AgentLink link, LinkState.Ready state, LinkOwner as) {
    return script.hold(member(link, state.hello()), write(as), state.fence());
  }

  /** Gives the link up; nothing happens when a newer claim stands. */
  public Uni<Void> release(AgentLink link, Hello hello, long fence) {
    return script.release(member(link, hello), fence);
  }

  /** Who said lately that it holds the link of this instance; a stale word does not count. */
  Uni<Optional<LinkOwner>> standing(ConnectionId connection, String instanceId) {
    return handshakes.during(script.standing(new Member(connection, instanceId))).map(this::read);
  }

  private static Member member(AgentLink link, Hello hello) {
    return new Member(link.connectionId(), hello.instanceId());
  }

  LinkOwner describe(AgentLink link, Hello hello, ReplicaAddress here) {
    return new LinkOwner(
        here,
        link.id(),
        link.lamps().forChoosing(),
        link.inFlight().get(),
        hello.capabilities(),
        link.isDraining() ? Boolean.TRUE : null,
        link.predecessor(),
        link.health().map(Health::code).orElse(null));
  }

  private String write(LinkOwner owner) {
    try {
      return json.writeValueAsString(owner);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an owner is always JSON", e);
    }
  }

  /** What cannot be read was not written by a replica that still runs. */
  private Optional<LinkOwner> read(String value) {
    try {
      return value.isEmpty()
          ? Optional.empty()
          : Optional.of(json.readValue(value, LinkOwner.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
