package io.custard.connection.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.TestedReply;
import io.custard.protocol.event.Topic;
import io.custard.replica.ReplicaInbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Gives each reply to the test it belongs to; replies nobody waits for are dropped. */
@ApplicationScoped
class PendingTests {
  private static final Logger LOG = Logger.getLogger(PendingTests.class);

  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final ObjectReader reader;
  private final ReplicaInbox inbox;
  private final CommandConfig config;

  private record Waiting(ConnectionId connection, CompletableFuture<TestedReply> reply) {}

  PendingTests(ObjectMapper json, ReplicaInbox inbox, CommandConfig config) {
    this.reader = json.readerFor(Reply.class);
    this.inbox = inbox;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    inbox.open(Topic.REPLIES, this::receive);
  }

  /** Where replies are to be sent; fails while this replica cannot be reached. */
  ReplicaAddress address() {
    return inbox
        .address()
        .orElseThrow(() ->
            new CustardException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "Answers cannot be received now; ask again."));
  }

  /** The id is random, so nobody can answer who was not asked. */
  String add(ConnectionId connection, CompletableFuture<TestedReply> reply) {
    long ofOne =
        waiting.values().stream().filter(one -> one.connection().equals(connection)).count();
    if (ofOne >= config.mostTestsOfOne() || waiting.size() >= config.mostTests()) {
      throw new CustardException(
          ErrorCode.AGENT_BUSY, "Tests are under way already; wait for them to end.");
    }
    String id = UUID.randomUUID().toString();
    waiting.put(id, new Waiting(connection, reply));
    return id;
  }

  void remove(String id) {
    waiting.remove(id);
  }

  private void receive(ConsumerRecord<byte[], byte[]> received) {
    byte[] value = received.value();
    if (value == null || value.length == 0 || value[0] != '{') {
      return; // rows: nobody here asked for any
    }
    try {
      if (reader.<Reply>readValue(value) instanceof TestedReply tested) {
        Waiting at = waiting.remove(tested.testId());
        if (at != null) {
          at.reply().complete(tested);
        }
      }
    } catch (IOException e) {
      LOG.warnf("Reply dropped, not readable cause=%s", e.getClass().getSimpleName());
    }
  }
}
