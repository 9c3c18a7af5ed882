package io.custard.conversation.words;

import io.custard.conversation.state.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads periods with what stands before them: "from March to May", "since 2023". */
public final class PeriodWords {
  private static final List<String> IN =
      List.of(
          "in",
          "for",
          "during",
          "of",
          "from",
          "on",
          "over",
          "within",
          "in the",
          "for the",
          "during the",
          "over the",
          "within the",
          "of the",
          "from the",
          "on the",
          "the");
  private static final List<String> ALWAYS =
      List.of(
          "all time",
          "any time",
          "anytime",
          "all years",
          "all dates",
          "all periods",
          "all months",
          "ever",
          "any date",
          "any period",
          "whatever the date",
          "regardless of date");

  private final Text text;
  private final DayReader days;

  /** Reads; the period is the one the question is about, if any. */
  public PeriodWords(Text text, LocalDate today, @Nullable Period period) {
    this.text = text;
    this.days = new DayReader(text, today, period);
  }

  /** The days that the words beginning here mean; without ends for any time. */
  public Optional<Days> at(int at) {
    int in = text.any(at, IN);
    int always = text.any(at + in, ALWAYS);
    if (always > 0) {
      return Optional.of(new Days(null, null, in + always));
    }
    return between(at).or(() -> open(at)).or(() -> days.at(at + in).map(d -> d.longer(in)));
  }

  private Optional<Days> between(int at) {
    boolean and = text.at(at).equals("between");
    int in = and || text.at(at).equals("from") ? 1 : 0;
    Optional<Days> first = days.at(at + in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int second = at + in + first.get().length();
    List<String> joint = and ? List.of("and") : List.of("to", "until", "till", "through", "-", "–");
    boolean joins = joint.contains(text.at(second));
    return joins
        ? days.at(second + 1)
            .filter(last -> isBefore(first.get(), last))
            .map(last ->
                new Days(
                    first.get().from(),
                    last.until(),
                    in + first.get().length() + 1 + last.length()))
        : Optional.empty();
  }

  private static boolean isBefore(Days first, Days last) {
    LocalDate from = first.from();
    LocalDate until = last.until();
    return from != null && until != null && from.isBefore(until);
  }

  private Optional<Days> open(int at) {
    Optional<Days> named = days.at(at + 1);
    return switch (text.at(at)) {
      case "since" -> named.map(d -> new Days(d.from(), null, d.length() + 1));
      case "after" -> named.map(d -> new Days(d.until(), null, d.length() + 1));
      case "before" -> named.map(d -> new Days(null, d.from(), d.length() + 1));
      case "until", "till" -> named.map(d -> new Days(null, d.until(), d.length() + 1));
      default -> Optional.empty();
    };
  }
}
