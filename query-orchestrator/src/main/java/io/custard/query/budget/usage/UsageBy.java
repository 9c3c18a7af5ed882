package io.custard.query.budget.usage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sums of tokens are for. */
enum UsageBy {
  DAY("day", "day desc"),
  PERSON("user_id", "sum(prompt_tokens + answer_tokens) desc, user_id"),
  MODEL("model", "sum(prompt_tokens + answer_tokens) desc, model");

  private final String column;
  private final String order;

  UsageBy(String column, String order) {
    this.column = column;
    this.order = order;
  }

  static Optional<UsageBy> of(String name) {
    return Arrays.stream(values())
        .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  String column() {
    return column;
  }

  String order() {
    return order;
  }
}
