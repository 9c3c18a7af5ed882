package io.custard.query.budget;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an organisation; null: no limit.
 *
 * @param own what the organisation says itself; the rest is the installation's
 * @param spentThisMonth by all its people, as far as it is written; a second behind
 */
@JsonNaming(SnakeCaseStrategy.class)
record BudgetView(
    @Nullable Long organisationTokensPerMonth,
    @Nullable Long personTokensPerDay,
    @Nullable Long questionTokens,
    Budget own,
    long spentThisMonth,
    Instant monthEndsAt) {}
