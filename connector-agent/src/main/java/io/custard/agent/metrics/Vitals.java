package io.custard.agent.metrics;

/** How the agent is at this moment; asked on its event loop. */
public interface Vitals {
  /** Whether the gateway has welcomed it. */
  boolean linked();

  /** How often it was, since the start. */
  long links();

  /** Whether the database answered the last probe. */
  boolean databaseUp();

  /** Statements under way, the waiting ones too. */
  int inFlight();

  /** Statements that wait for their turn. */
  int waiting();

  /** Lines of the ledger that are on disk. */
  long ledgerLines();
}
