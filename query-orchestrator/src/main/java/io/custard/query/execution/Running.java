package io.custard.query.execution;

/** A statement under way, as its {@link RowSink} sees it. Any thread may call. */
public interface Running {
  /**
   * So many bytes of rows are no longer held here: the agent may send as many more. Until this is
   * said, at most {@link io.custard.protocol.agent.AgentProtocol#MAX_OPEN_CREDIT} bytes arrive.
   */
  void taken(long bytes);

  /** Nobody waits any more: the agent is told at once, the sink hears nothing further. */
  void cancel();
}
