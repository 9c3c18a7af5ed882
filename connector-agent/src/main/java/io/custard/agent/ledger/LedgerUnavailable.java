package io.custard.agent.ledger;

import java.io.Serial;

/** The ledger cannot be opened or written; the message is a sentence for the agent's owner. */
public final class LedgerUnavailable extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  LedgerUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
