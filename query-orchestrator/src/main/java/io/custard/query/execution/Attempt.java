package io.custard.query.execution;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.EndReply;
import io.custard.protocol.event.LinkOwner;

/**
 * A statement on one agent: counts what arrives, so that nothing is lost, doubled or sent without
 * credit. What does not add up is {@code AGENT_LINK_LOST}. Guarded by the lock of its {@link Run}.
 */
final class Attempt {
  /** Credit goes back in portions, so that small results cost no message. */
  private static final long CREDIT_PORTION = 256 << 10;

  private final QueryId id = QueryId.random();
  private final LinkOwner owner;
  private final CommandTarget target;
  private final RowEncoding encoding;
  private final long sentNanos = System.nanoTime();
  private long missingSinceNanos;
  private boolean columns;
  private int chunks;
  private long rows;
  private long bytes;
  private long taken;
  private long granted = AgentProtocol.MAX_OPEN_CREDIT;

  Attempt(Statement statement, RowEncoding encoding, LinkOwner owner) {
    this.owner = owner;
    this.encoding = encoding;
    this.target = new CommandTarget(statement.connectionId(), owner.linkId());
  }

  QueryId id() {
    return id;
  }

  LinkOwner owner() {
    return owner;
  }

  CommandTarget target() {
    return target;
  }

  /** Time since it was sent. */
  long ageNanos() {
    return System.nanoTime() - sentNanos;
  }

  /** How long its link has been missing without a break; 0 while it is there. */
  long missingNanos(boolean missing) {
    if (!missing) {
      missingSinceNanos = 0;
      return 0;
    }
    long now = System.nanoTime();
    missingSinceNanos = missingSinceNanos == 0 ? now : missingSinceNanos;
    return now - missingSinceNanos;
  }

  long rows() {
    return rows;
  }

  long bytes() {
    return bytes;
  }

  void columns() {
    expect(!columns, "The agent sent columns twice.");
    columns = true;
  }

  void rows(RowsFrame frame) {
    expect(columns, "The agent sent rows before columns.");
    expect(frame.encoding() == encoding, "The agent sent rows in another form than asked for.");
    expect(frame.chunk() == chunks, "Part of the result was lost. Ask again.");
    chunks++;
    rows += frame.rows();
    bytes += frame.payload().remaining();
    expect(bytes <= granted, "The agent sent more than was allowed.");
  }

  void end(EndReply end) {
    expect(
        columns && end.rows() == rows && end.bytes() == bytes,
        "Part of the result was lost. Ask again.");
  }

  /** Bytes that are not held here any more; says how much credit to give back now. */
  long taken(long more) {
    taken = Math.min(bytes, taken + more);
    return open() >= CREDIT_PORTION ? rest() : 0;
  }

  /** Gives back whatever was kept for a portion. */
  long rest() {
    long credit = open();
    granted += credit;
    return credit;
  }

  /** Whether the agent may be waiting for credit. */
  boolean owesCredit() {
    return granted - bytes < AgentProtocol.MAX_OPEN_CREDIT;
  }

  private long open() {
    return AgentProtocol.MAX_OPEN_CREDIT + taken - granted;
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new CustardException(ErrorCode.AGENT_LINK_LOST, otherwise);
    }
  }
}
