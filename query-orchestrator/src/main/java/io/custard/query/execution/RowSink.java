package io.custard.query.execution;

import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.event.EndReply;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Takes what a statement brings: {@link #begins}, then the columns, then chunks of rows, then one
 * end or failure. Called by one thread at a time and in this order; must not block, for the thread
 * may be the one that serves every statement of this replica.
 */
public interface RowSink {
  /** Before anything else. */
  void begins(Running running);

  void columns(List<ResultColumn> columns);

  /**
   * Rows as the agent encoded them; the buffer may be kept. What is wrong with them is thrown as a
   * coded {@link CustardException} and ends the statement.
   */
  void rows(ByteBuffer payload, int rows);

  /** All arrived, counted and complete. */
  void end(EndReply end);

  void failed(CustardException failure);

  /**
   * The agent is lost, another could begin anew: true when what came so far is forgotten, false
   * when somebody has seen it.
   */
  boolean forget();
}
