package io.custard.protocol.agent;

/** Names and numbers that both ends of the link must agree on. */
public final class AgentProtocol {
  /** The WebSocket sub-protocol. */
  public static final String SUBPROTOCOL = "custard.agent.v1";

  /** Prefix of the upgrade path; the connection id follows. */
  public static final String PATH = "/api/v1/connections/ws/";

  /**
   * The oldest and newest minor version this build speaks. From 2 on: capabilities, probe, drain,
   * changes of a schema, rows as lines.
   */
  public static final int MIN_VERSION = 1;

  public static final int MAX_VERSION = 2;

  /** Bytes of rows the agent may have under way for one execution without further credit. */
  public static final long MAX_OPEN_CREDIT = 1L << 20;

  /** An execution that gets no credit for so long cancels itself: its asker is gone. */
  public static final long CREDIT_TIMEOUT_MILLIS = 10_000;

  private AgentProtocol() {}
}
