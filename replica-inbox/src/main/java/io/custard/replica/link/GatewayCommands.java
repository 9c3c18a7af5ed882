package io.custard.replica.link;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the gateway replica that holds a link. */
@ApplicationScoped
public class GatewayCommands {
  private final MessageSender messages;

  GatewayCommands(MessageSender messages) {
    this.messages = messages;
  }

  /** Completes when the broker has the command; fails with {@code UPSTREAM_UNAVAILABLE}. */
  public Uni<Void> send(LinkOwner owner, Command command) {
    return messages
        .send(Topic.COMMANDS, owner.gateway().partition(), Command.class, command)
        .onFailure()
        .transform(e ->
            new CustardException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "Messages do not get through; ask again.", e));
  }
}
