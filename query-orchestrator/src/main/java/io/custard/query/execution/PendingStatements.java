package io.custard.query.execution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.custard.problem.CustardException;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.ColumnsReply;
import io.custard.protocol.event.EndReply;
import io.custard.protocol.event.FailedReply;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.TestedReply;
import io.custard.protocol.event.Topic;
import io.custard.replica.ReplicaInbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Gives each reply to the statement it belongs to; replies nobody waits for are dropped. */
@ApplicationScoped
class PendingStatements {
  private static final Logger LOG = Logger.getLogger(PendingStatements.class);

  private final Map<QueryId, Waiting> waiting = new ConcurrentHashMap<>();
  private final ObjectReader reader;

  /** A statement and the way to allow it more rows. */
  private record Waiting(Pending pending, LongConsumer credit) {}

  PendingStatements(ObjectMapper json) {
    this.reader = json.readerFor(Reply.class);
  }

  void start(@Observes StartupEvent started, ReplicaInbox inbox) {
    inbox.open(Topic.REPLIES, this::receive);
  }

  void add(Pending pending, LongConsumer credit) {
    waiting.put(pending.id(), new Waiting(pending, credit));
  }

  void remove(QueryId id) {
    waiting.remove(id);
  }

  private void receive(ConsumerRecord<byte[], byte[]> received) {
    byte[] value = received.value();
    if (value.length > 0 && value[0] == '{') {
      control(value);
    } else {
      rows(RowsFrame.decode(value));
    }
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
      case ColumnsReply columns -> {
        Waiting at = waiting.get(columns.queryId());
        if (at != null) {
          at.pending().columns(columns.columns());
        }
      }
      case EndReply end -> {
        Waiting at = waiting.remove(end.queryId());
        if (at != null) {
          at.pending().end(end);
        }
      }
      case TestedReply tested -> LOG.debug("Nobody here asked for a test");
      case FailedReply failed -> {
        Waiting at = waiting.remove(failed.queryId());
        if (at != null) {
          at.pending().fail(failed);
        }
      }
    }
  }

  private void rows(RowsFrame frame) {
    Waiting at = waiting.get(frame.queryId());
    if (at == null) {
      return;
    }
    try {
      long credit = at.pending().rows(frame);
      if (credit > 0) {
        at.credit().accept(credit);
      }
    } catch (CustardException e) {
      waiting.remove(frame.queryId());
      at.pending().fail(e);
    }
  }
}
