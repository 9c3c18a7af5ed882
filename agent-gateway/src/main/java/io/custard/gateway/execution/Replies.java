package io.custard.gateway.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.protocol.event.FailedReply;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.Topic;
import io.custard.replica.RecordSender;
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
  private final ObjectWriter writer;

  Replies(RecordSender sender, ObjectMapper json) {
    this.sender = sender;
    this.writer = json.writerFor(Reply.class);
  }

  void send(ReplicaAddress to, Reply reply) {
    try {
      send(to, writer.writeValueAsBytes(reply));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reply is always JSON", e);
    }
  }

  void fail(ReplicaAddress to, QueryId queryId, ErrorCode code, String message) {
    LOG.infof("Execution failed queryId=%s errorCode=%s", queryId, code);
    send(to, new FailedReply(queryId, to.epoch(), code.name(), message));
  }

  /** Passes a whole rows frame on as it came. */
  void send(ReplicaAddress to, byte[] value) {
    sender
        .send(Topic.REPLIES, to.partition(), value)
        .subscribe()
        .with(sent -> {}, failure -> LOG.warnf("Reply lost cause=%s", failure.toString()));
  }
}
