package io.custard.query.execution;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a statement runs.
 *
 * @param name the person, for the ledger on the agent's side
 * @param question which question it serves; the id of the answer
 * @param address where they called from, as far as it is known
 */
public record Asker(
    UserId user,
    OrganisationId organisation,
    String name,
    QueryId question,
    @Nullable String address) {
  public Asker {
    Objects.requireNonNull(user);
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(name);
    Objects.requireNonNull(question);
  }
}
