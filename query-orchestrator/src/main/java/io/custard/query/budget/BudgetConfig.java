package io.custard.query.budget;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** What holds where an organisation says nothing of its own; absent: no limit. */
@ConfigMapping(prefix = "custard.query.budget")
interface BudgetConfig {

  /** Of all its people together, in a month of UTC. */
  Optional<@Min(0) Long> organisationTokensPerMonth();

  /** Of one person in one organisation, on a day of UTC. */
  Optional<@Min(0) Long> personTokensPerDay();

  /** Of one question with all its calls. */
  Optional<@Min(0) Long> questionTokens();
}
