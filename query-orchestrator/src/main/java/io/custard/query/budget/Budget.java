package io.custard.query.budget;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that may be spent, prompts and answers together; null: no limit of this kind, 0: none at
 * all.
 *
 * @param organisationTokensPerMonth by all people of the organisation in a month of UTC
 * @param personTokensPerDay by one person in the organisation on a day of UTC
 * @param questionTokens by one question, repairs included
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Budget(
    @Nullable @Min(0) @Max(Budget.MOST) Long organisationTokensPerMonth,
    @Nullable @Min(0) @Max(Budget.MOST) Long personTokensPerDay,
    @Nullable @Min(0) @Max(Budget.MOST) Long questionTokens) {

  /** Far below what the counters can hold exactly. */
  static final long MOST = 1_000_000_000_000L;

  static Budget of(BudgetConfig config) {
    return new Budget(
        config.organisationTokensPerMonth().orElse(null),
        config.personTokensPerDay().orElse(null),
        config.questionTokens().orElse(null));
  }

  /** The same; where it says nothing, as the other. */
  Budget orElse(Budget other) {
    return new Budget(
        first(organisationTokensPerMonth, other.organisationTokensPerMonth),
        first(personTokensPerDay, other.personTokensPerDay),
        first(questionTokens, other.questionTokens));
  }

  private static @Nullable Long first(@Nullable Long one, @Nullable Long two) {
    return one == null ? two : one;
  }
}
