package io.custard.gateway.execution;

import io.custard.gateway.link.AgentLink;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.ReplicaAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One statement under way on one link, and how far its reply has come. What the agent sends is
 * taken in on its link's event loop only; credit may be given by any thread.
 */
final class Execution {
  private final ExecuteCommand command;
  private final AgentLink link;
  private final AtomicLong credit;
  private final HeldReply held = new HeldReply();

  private boolean hasColumns;
  private int chunks;
  private long rows;

  Execution(ExecuteCommand command, AgentLink link) {
    this.command = command;
    this.link = link;
    this.credit = new AtomicLong(command.credit());
  }

  QueryId queryId() {
    return command.queryId();
  }

  AgentLink link() {
    return link;
  }

  ReplicaAddress replyTo() {
    return command.replyTo();
  }

  /** When its asker stops waiting. */
  long deadlineEpochMillis() {
    return command.deadlineEpochMillis();
  }

  /** Bytes of rows the agent may still send; negative when it sent more than it was given. */
  AtomicLong credit() {
    return credit;
  }

  /** What of its reply is kept back for a moment. */
  HeldReply held() {
    return held;
  }

  /** Takes the columns in; what is wrong with them, if anything. */
  Optional<String> columns() {
    if (hasColumns) {
      return Optional.of("columns twice");
    }
    hasColumns = true;
    return Optional.empty();
  }

  /** Takes rows in; what is wrong with them, if anything. */
  Optional<String> rows(RowsFrame frame) {
    if (!hasColumns) {
      return Optional.of("rows before columns");
    }
    if (frame.encoding() != command.encoding()) {
      return Optional.of("rows in another encoding than asked for");
    }
    if (frame.chunk() != chunks) {
      return Optional.of("rows out of order");
    }
    chunks++;
    rows += frame.rows();
    return Optional.empty();
  }

  /** What is wrong with the end, if anything: rows that got lost would be missing from the sum. */
  Optional<String> end(End end) {
    if (!hasColumns) {
      return Optional.of("end before columns");
    }
    return end.rows() == rows ? Optional.empty() : Optional.of("another number of rows than said");
  }
}
