package io.custard.query.graph;

/**
 * The journal takes no more lines of this process: another one has the workflow now, or Redis is
 * away. Whoever gets this stops and says nothing: the workflow goes on elsewhere or later.
 */
public final class JournalLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalLost(String why) {
    super(why);
  }

  public JournalLost(Throwable cause) {
    super("Redis did not take the line", cause);
  }
}
