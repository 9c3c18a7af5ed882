package io.custard.query.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.Topic;
import io.custard.replica.RecordSender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the gateway replica that holds a link. */
@ApplicationScoped
class GatewayCommands {
  private final RecordSender sender;
  private final ObjectWriter writer;

  GatewayCommands(RecordSender sender, ObjectMapper json) {
    this.sender = sender;
    this.writer = json.writerFor(Command.class);
  }

  /** Completes when the broker has the command; fails with {@code UPSTREAM_UNAVAILABLE}. */
  Uni<Void> send(LinkOwner owner, Command command) {
    byte[] value;
    try {
      value = writer.writeValueAsBytes(command);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a command is always JSON", e);
    }
    return sender
        .send(Topic.COMMANDS, owner.gateway().partition(), value)
        .onFailure()
        .transform(e ->
            new CustardException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "Messages do not get through; ask again.", e));
  }
}
