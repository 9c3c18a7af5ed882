package io.custard.agent;

import io.custard.agent.execution.Executions;
import io.custard.agent.health.HealthReporter;
import io.custard.agent.ledger.Ledger;
import io.custard.agent.link.AgentLink;
import io.custard.agent.metrics.Vitals;

/** Asks the agent's parts. */
record AgentVitals(AgentLink link, Executions executions, HealthReporter health, Ledger ledger)
    implements Vitals {
  @Override
  public boolean linked() {
    return link.isLinked();
  }

  @Override
  public long links() {
    return link.links();
  }

  @Override
  public boolean databaseUp() {
    return health.isGreen();
  }

  @Override
  public int inFlight() {
    return executions.inFlight();
  }

  @Override
  public int waiting() {
    return executions.waiting();
  }

  @Override
  public long ledgerLines() {
    return ledger.head().seq();
  }
}
