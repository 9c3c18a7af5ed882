package io.custard.conversation.change;

import java.util.ArrayList;
import java.util.List;

/** What has to be asked, with the readings as choices: two or three, or none to choose from. */
public record Clarification(String question, List<Choice> choices) {
  public static final int MOST_CHOICES = 3;

  public Clarification {
    choices = List.copyOf(choices.subList(0, Math.min(MOST_CHOICES, choices.size())));
  }

  /** A reading before it is numbered. */
  public record Reading(String label, List<Change> changes) {
    public Reading {
      changes = List.copyOf(changes);
    }
  }

  /** Asks which of these changes is meant. */
  public static Clarification of(String question, List<Reading> readings) {
    List<Choice> choices = new ArrayList<>();
    readings.forEach(r ->
        choices.add(new Choice("choice-" + (choices.size() + 1), r.label(), null, r.changes())));
    return new Clarification(question, choices);
  }

  /** The same choices, among other changes that are clear. */
  public Clarification within(List<Change> before, List<Change> after) {
    return new Clarification(
        question,
        choices.stream()
            .map(choice -> {
              List<Change> all = new ArrayList<>(before);
              all.addAll(choice.changes());
              all.addAll(after);
              return new Choice(choice.id(), choice.label(), choice.sql(), all);
            })
            .toList());
  }
}
