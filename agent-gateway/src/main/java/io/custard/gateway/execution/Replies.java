package io.custard.gateway.execution;

import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.protocol.event.FailedReply;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.RowsHeaders;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import io.custard.replica.RecordSender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * The way back to the replica that asked. A reply that does not get through is logged; its asker
 * runs into its deadline.
 */
@ApplicationScoped
class Replies {
  private static final Logger LOG = Logger.getLogger(Replies.class);

  private final RecordSender sender;
  private final MessageSender messages;

  Replies(RecordSender sender, MessageSender messages) {
    this.sender = sender;
    this.messages = messages;
  }

  void send(ReplicaAddress to, Reply reply) {
    tell(messages.send(Topic.REPLIES, to.partition(), Reply.class, reply));
  }

  void fail(ReplicaAddress to, QueryId queryId, ErrorCode code, String message) {
    LOG.infof("Execution failed queryId=%s errorCode=%s", queryId, code);
    send(to, new FailedReply(queryId, to.epoch(), code.name(), message));
  }

  /** Rows carry the columns before them and the end after them, so that all is one record. */
  void send(ReplicaAddress to, HeldReply.Part part) {
    byte[] rows = part.rows();
    if (rows == null) {
      each(part, (header, reply) -> send(to, reply));
    } else {
      Map<String, byte[]> headers = new HashMap<>();
      each(part, (header, reply) -> headers.put(header, messages.write(Reply.class, reply)));
      tell(sender.send(Topic.REPLIES, to.partition(), rows, headers));
    }
  }

  private static void each(HeldReply.Part part, BiConsumer<String, Reply> with) {
    if (part.columns() != null) {
      with.accept(RowsHeaders.COLUMNS, part.columns());
    }
    if (part.end() != null) {
      with.accept(RowsHeaders.END, part.end());
    }
  }

  /** Passes a whole rows frame on as it came. */
  void send(ReplicaAddress to, byte[] value) {
    tell(sender.send(Topic.REPLIES, to.partition(), value));
  }

  private static void tell(Uni<Void> sending) {
    MessageSender.tell(sending, "Reply");
  }
}
