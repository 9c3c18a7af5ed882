package io.custard.query.execution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.ColumnsReply;
import io.custard.protocol.event.EndReply;
import io.custard.protocol.event.FailedReply;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.RowsHeaders;
import io.custard.protocol.event.TestedReply;
import io.custard.protocol.event.Topic;
import io.custard.query.check.SafeReason;
import io.custard.replica.ReplicaInbox;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/** Gives each reply to the statement it belongs to; replies nobody waits for are dropped. */
@ApplicationScoped
class PendingStatements {
  private static final Logger LOG = Logger.getLogger(PendingStatements.class);

  /** Well below the ten seconds after which an agent that hears of no credit gives up. */
  private static final long TICK_MILLIS = 3_000;

  private final Map<QueryId, Run> waiting = new ConcurrentHashMap<>();
  private final ObjectReader reader;

  PendingStatements(ObjectMapper json) {
    this.reader = json.readerFor(Reply.class);
  }

  void start(@Observes StartupEvent started, ReplicaInbox inbox, Vertx vertx) {
    inbox.open(Topic.REPLIES, this::receive);
    vertx.setPeriodic(TICK_MILLIS, now -> waiting.values().forEach(Run::tick));
  }

  void add(QueryId id, Run run) {
    waiting.put(id, run);
  }

  /** The statements under way. */
  List<Run> all() {
    return List.copyOf(waiting.values());
  }

  void remove(QueryId id) {
    waiting.remove(id);
  }

  private void receive(ConsumerRecord<byte[], byte[]> received) {
    byte[] value = received.value();
    if (value.length > 0 && value[0] == '{') {
      control(value);
    } else {
      header(received, RowsHeaders.COLUMNS).ifPresent(this::control);
      RowsFrame frame = RowsFrame.decode(value);
      with(frame.queryId(), run -> run.rows(frame));
      header(received, RowsHeaders.END).ifPresent(this::control);
    }
  }

  private static Optional<byte[]> header(ConsumerRecord<byte[], byte[]> received, String name) {
    return Optional.ofNullable(received.headers().lastHeader(name)).map(Header::value);
  }

  private void control(byte[] value) {
    Reply reply;
    try {
      reply = reader.readValue(value);
    } catch (IOException e) {
      LOG.warnf("Reply dropped, not readable cause=%s", e.getClass().getSimpleName());
      return;
    }
    switch (reply) {
      case ColumnsReply columns -> with(columns.queryId(), run -> run.columns(columns));
      case EndReply end -> with(end.queryId(), run -> run.end(end));
      case FailedReply failed ->
          with(failed.queryId(), run -> run.failed(failed.queryId(), coded(failed)));
      case TestedReply tested -> LOG.debug("Nobody here asked for a test");
    }
  }

  private static CustardException coded(FailedReply failed) {
    return SafeReason.of(ErrorCode.of(failed.code()), failed.message());
  }

  private void with(QueryId id, Consumer<Run> step) {
    Run run = waiting.get(id);
    if (run != null) {
      step.accept(run);
    }
  }
}
