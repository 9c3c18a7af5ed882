package io.custard.gateway.command;

import io.custard.protocol.event.Command;

/**
 * A feature that does some of the commands and leaves the others alone. Called on the inbox's
 * thread; must not block.
 */
public interface CommandHandler {
  void handle(Command command);
}
