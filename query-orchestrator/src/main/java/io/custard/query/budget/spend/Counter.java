package io.custard.query.budget.spend;

import io.custard.query.budget.Budget;
import io.custard.query.budget.usage.Period;
import io.custard.query.execution.Asker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is spent of one budget, in Redis.
 *
 * @param key with the organisation in it, as all keys of one call have it: they share a slot
 * @param limit null: it is only counted
 * @param period null: of this question alone
 * @param until when Redis may forget it
 */
record Counter(
    Kind kind, String key, @Nullable Long limit, @Nullable Period period, Instant until) {
  private static final Duration GRACE = Duration.ofDays(1);
  private static final Duration QUESTION = Duration.ofHours(6);

  /** Which budget, in words for the one who asked. */
  enum Kind {
    ORGANISATION("The organisation has not enough tokens for models left this month"),
    PERSON("You have not enough tokens for models left today"),
    QUESTION("This question may take no more tokens of models");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static List<Counter> of(Asker asker, Budget budget, Instant now) {
    String key = "budget:{" + asker.organisation() + "}:";
    Period month = Period.month(now);
    Period day = Period.day(now);
    return List.of(
        new Counter(
            Kind.ORGANISATION,
            key + "month:" + month.name(),
            budget.organisationTokensPerMonth(),
            month,
            month.end().plus(GRACE)),
        new Counter(
            Kind.PERSON,
            key + "day:" + day.name() + ":" + asker.user(),
            budget.personTokensPerDay(),
            day,
            day.end().plus(GRACE)),
        new Counter(
            Kind.QUESTION,
            key + "question:" + asker.question(),
            budget.questionTokens(),
            null,
            now.plus(QUESTION)));
  }
}
