package io.custard.gateway.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.gateway.key.Handshakes;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.FrameCodec;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.LinkState;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.testkit.Infrastructure;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas, each with an ownership of its own, and one instance that moves between them. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "gateway"))
class OwnershipTest {
  private static final ReplicaAddress ONE = new ReplicaAddress(1, 11);
  private static final ReplicaAddress TWO = new ReplicaAddress(2, 22);
  private static final Hello HELLO =
      new Hello(1, 1, "b", "a", new EngineDescription("postgresql", "17"), null, null, null, null);

  @Inject ReactiveRedisDataSource redis;
  @Inject ObjectMapper json;
  @Inject GatewayConfig config;
  @Inject FrameCodec codec;
  @Inject Handshakes handshakes;

  private final ConnectionId connection = ConnectionId.random();
  private Ownership first;
  private Ownership second;
  private AgentLink older;
  private AgentLink newer;

  @BeforeEach
  void twoReplicas() {
    first = new Ownership(redis, json, config, handshakes);
    second = new Ownership(redis, json, config, handshakes);
    older = link();
    newer = link();
  }

  @Test
  void theOlderOnesEndAfterTheClaimRemovesNothing() {
    long old = now(first.claim(older, HELLO, ONE));
    now(second.claim(newer, HELLO, TWO));

    now(first.release(older, HELLO, old));

    assertThat(standing().map(LinkOwner::linkId)).contains(newer.id());
  }

  @Test
  void theOlderOnesEndBeforeTheClaimLeavesRoomForIt() {
    long old = now(first.claim(older, HELLO, ONE));

    now(first.release(older, HELLO, old));
    assertThat(standing()).isEmpty();
    now(second.claim(newer, HELLO, TWO));

    assertThat(standing().map(LinkOwner::gateway)).contains(TWO);
  }

  @Test
  void theOlderOneCannotHoldWhatANewerOneClaimedAlsoAfterRedisWasEmptied() {
    long old = now(first.claim(older, HELLO, ONE));
    long young = now(second.claim(newer, HELLO, TWO));
    now(redis.execute("DEL", LinkOwner.key(connection)));

    assertThat(hold(second, newer, young, TWO)).isTrue();
    assertThat(hold(first, older, old, ONE)).isFalse();
    assertThat(standing().map(LinkOwner::linkId)).contains(newer.id());
  }

  @Test
  void onOneReplicaTheSameHolds() {
    long old = now(first.claim(older, HELLO, ONE));
    long young = now(first.claim(newer, HELLO, ONE));

    now(first.release(older, HELLO, old));
    assertThat(standing().map(LinkOwner::linkId)).contains(newer.id());

    now(first.release(newer, HELLO, young));
    assertThat(standing()).isEmpty();
  }

  @Test
  void ofManyThatAreClaimedTogetherEachStandsOrFailsAlone() {
    ConnectionId broken = ConnectionId.random();
    now(redis.execute("SET", LinkOwner.key(broken), "no hash"));
    List<Uni<Long>> claims =
        IntStream.range(0, 1_000)
            .mapToObj(i -> first.claim(link(i == 500 ? broken : connection), hello("m" + i), ONE))
            .toList();

    List<Optional<Long>> fences =
        now(
            Uni.join()
                .all(
                    claims.stream()
                        .map(claim ->
                            claim.map(Optional::of).onFailure().recoverWithItem(Optional.empty()))
                        .toList())
                .andFailFast());

    assertThat(fences.get(500)).isEmpty();
    assertThat(fences.stream().filter(Optional::isPresent)).hasSize(999);
    assertThat(now(redis.hash(String.class).hlen(LinkOwner.key(connection)))).isEqualTo(999);
  }

  private boolean hold(Ownership by, AgentLink link, long fence, ReplicaAddress at) {
    return now(by.hold(link, new LinkState.Ready(HELLO, fence), by.describe(link, HELLO, at)));
  }

  private Optional<LinkOwner> standing() {
    return now(first.standing(connection, "a"));
  }

  private static Hello hello(String instance) {
    return new Hello(1, 1, "b", instance, HELLO.engine(), null, null, null, null);
  }

  private AgentLink link() {
    return link(connection);
  }

  private AgentLink link(ConnectionId of) {
    WebSocketConnection socket =
        (WebSocketConnection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {WebSocketConnection.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });
    AgentLink.Peer peer = new AgentLink.Peer(of, "0123456789abcdef", "127.0.0.1");
    return new AgentLink(peer, socket, codec, (link, reason) -> {});
  }

  private static <T> T now(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(5));
  }
}
