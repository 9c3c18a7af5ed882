package io.custard.agent.ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a native executable has to keep for Jackson. */
@RegisterForReflection(
    targets = {
      LedgerEntry.class,
      LedgerEntry.Intent.class,
      LedgerEntry.Outcome.class,
      LedgerEntry.Recovered.class,
      LedgerLine.Body.class
    })
final class LedgerReflection {
  private LedgerReflection() {}
}
