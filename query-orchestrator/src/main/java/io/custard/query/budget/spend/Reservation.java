package io.custard.query.budget.spend;

import io.custard.query.budget.usage.Spender;
import io.custard.query.budget.usage.Tokens;
import java.util.List;
import java.util.UUID;

/**
 * Tokens set aside for one call.
 *
 * @param most it may take
 */
public record Reservation(UUID id, Spender spender, Tokens most, List<Counter> counters) {
  public Reservation {
    counters = List.copyOf(counters);
  }
}
