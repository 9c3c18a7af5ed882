package io.custard.query.execution;

import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import java.util.Objects;

/**
 * On whose behalf a statement runs.
 *
 * @param name the person, for the ledger on the agent's side
 * @param question which question it serves; the id of the answer
 */
public record Asker(UserId user, String name, QueryId question) {
  public Asker {
    Objects.requireNonNull(user);
    Objects.requireNonNull(name);
    Objects.requireNonNull(question);
  }
}
