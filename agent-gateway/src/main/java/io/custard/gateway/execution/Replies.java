package io.custard.gateway.execution;

import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.protocol.event.FailedReply;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import io.custard.replica.RecordSender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

  /** Passes a whole rows frame on as it came. */
  void send(ReplicaAddress to, byte[] value) {
    tell(sender.send(Topic.REPLIES, to.partition(), value));
  }

  private static void tell(Uni<Void> sending) {
    MessageSender.tell(sending, "Reply");
  }
}
