package io.custard.query.budget.usage;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.time.LocalDate;

/** Whose tokens, of which model, on which day of UTC. */
public record Spender(OrganisationId organisation, UserId user, LocalDate day, String model) {}
