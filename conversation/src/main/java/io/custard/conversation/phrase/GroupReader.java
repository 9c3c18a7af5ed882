package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.phrase.GroupNouns.Target;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.words.Nouns.Named;
import io.custard.conversation.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "By month", "per customer", "by country instead", "broken down by city", "without grouping". */
final class GroupReader implements PhraseReader {
  private static final List<String> HEADS =
      List.of(
          "by",
          "per",
          "for each",
          "for every",
          "grouped by",
          "group by",
          "group it by",
          "group them by",
          "by each",
          "for each of the",
          "by the");
  private static final List<String> FURTHER =
      List.of(
          "broken down by",
          "break down by",
          "break it down by",
          "break them down by",
          "break that down by",
          "split by",
          "split it by",
          "split up by",
          "and also by",
          "also by",
          "also per",
          "then by",
          "breakdown by");
  private static final List<String> ADVERBS =
      List.of("daily", "weekly", "monthly", "quarterly", "yearly", "annually");
  private static final List<String> NONE =
      List.of(
          "without grouping",
          "without any grouping",
          "no grouping",
          "ungrouped",
          "in total",
          "overall",
          "altogether",
          "without the breakdown",
          "without breakdown",
          "no breakdown",
          "not grouped",
          "without the grouping",
          "don't group",
          "do not group");
  private static final List<String> NOT =
      List.of(
          "not by",
          "not per",
          "no longer by",
          "without the",
          "without",
          "drop the",
          "drop",
          "remove the",
          "remove",
          "leave out the",
          "leave out");
  private static final List<String> MORE = List.of("as well", "too", "in addition", "also");

  private final Context context;
  private final Text text;
  private final GroupNouns nouns;

  GroupReader(Context context) {
    this.context = context;
    this.text = context.text();
    this.nouns = new GroupNouns(context);
  }

  @Override
  public Optional<Found> at(int at) {
    int none = text.any(at, NONE);
    if (none > 0) {
      return Found.changes(none, new Change.RemoveDimension(null));
    }
    int not = text.any(at, NOT);
    Optional<Found> removed = not > 0 ? removed(at, not) : Optional.empty();
    if (removed.isPresent()) {
      return removed;
    }
    int further = text.any(at, FURTHER);
    int head = Math.max(further, text.any(at, HEADS));
    if (head == 0 && !ADVERBS.contains(text.at(at))) {
      return Optional.empty();
    }
    return grouped(at, head, further > 0);
  }

  private Optional<Found> removed(int at, int not) {
    int start = at + not;
    return nouns
        .at(start)
        .flatMap(target ->
            context.state().dimensions().stream()
                .filter(one -> isMeant(one, target.what()))
                .findFirst()
                .flatMap(dimension ->
                    Found.changes(not + target.length(), new Change.RemoveDimension(dimension))));
  }

  private static boolean isMeant(Dimension dimension, Target target) {
    return target.candidates().contains(dimension);
  }

  private Optional<Found> grouped(int at, int head, boolean further) {
    List<Target> targets = new ArrayList<>();
    int end = at + head;
    Optional<Named<Target>> next = nouns.at(end);
    while (next.isPresent() && targets.size() < 3) {
      targets.add(next.get().what());
      end += next.get().length();
      int and = text.any(end, List.of("and by", "and per", "and", ", and", ",", "then by"));
      next = and > 0 ? nouns.at(end + and) : Optional.empty();
      end += next.isPresent() ? and : 0;
    }
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    int more = text.any(end, MORE);
    if (text.at(end).equals("instead")) {
      return changes(targets, Mode.SET, end + instead(end) - at);
    }
    return further || more > 0 || text.at(at - 1).equals("also")
        ? changes(targets, Mode.ADD, end + more - at)
        : changes(targets, mode(targets), end - at);
  }

  private enum Mode {
    SET,
    ADD,
    UNCLEAR
  }

  // "Instead of by month" names what goes, which there is one of.
  private int instead(int at) {
    int of = text.any(at, List.of("instead of by", "instead of per", "instead of"));
    Optional<Named<Target>> gone = of > 0 ? nouns.at(at + of) : Optional.empty();
    boolean known =
        gone.isPresent()
            && context.state().dimensions().stream()
                .anyMatch(one -> isMeant(one, gone.get().what()));
    return known ? of + gone.map(Named::length).orElse(0) : 1;
  }

  private Mode mode(List<Target> targets) {
    List<Dimension> now = context.state().dimensions();
    if (now.isEmpty()) {
      return Mode.ADD;
    }
    boolean dates =
        now.stream().allMatch(one -> one.grain() != null)
            && targets.stream()
                .flatMap(t -> t.candidates().stream())
                .allMatch(d -> d.grain() != null);
    return dates ? Mode.SET : Mode.UNCLEAR;
  }

  private Optional<Found> changes(List<Target> targets, Mode mode, int length) {
    if (mode == Mode.UNCLEAR) {
      return unclear(targets, length);
    }
    List<Change> changes = new ArrayList<>();
    for (Target target : targets) {
      boolean first = changes.isEmpty() && mode == Mode.SET;
      if (target.candidates().size() > 1) {
        return targets.size() > 1 ? Optional.empty() : which(target, first, length);
      }
      changes.add(change(target.candidates().getFirst(), target.each(), first));
    }
    return Optional.of(new Found(length, changes, null, null));
  }

  private static Change change(Dimension dimension, boolean each, boolean set) {
    return set
        ? new Change.SetDimension(dimension, each, List.of())
        : new Change.AddDimension(dimension, each, List.of());
  }

  private static Optional<Found> which(Target target, boolean set, int length) {
    return Found.unclear(
        length,
        Clarification.of(
            "Grouped by what?",
            target.candidates().stream()
                .map(one ->
                    new Clarification.Reading(
                        (one.grain() == null ? "" : one.grain().label() + " of ")
                            + one.column().fullLabel(),
                        List.of(change(one, target.each(), set))))
                .toList()));
  }

  // The same words may mean more groups or other ones.
  private Optional<Found> unclear(List<Target> targets, int length) {
    List<Clarification.Reading> readings = new ArrayList<>();
    String now =
        String.join(" and ", context.state().dimensions().stream().map(Dimension::label).toList());
    String first = targets.getFirst().label();
    for (boolean set : List.of(true, false)) {
      List<Change> changes = new ArrayList<>();
      for (Target target : targets) {
        changes.add(
            change(target.candidates().getFirst(), target.each(), set && changes.isEmpty()));
      }
      String how = set ? "By " + first + " instead of " + now : "By " + now + " and " + first;
      readings.add(new Clarification.Reading(how, changes));
    }
    boolean clear = targets.stream().allMatch(target -> target.candidates().size() == 1);
    return clear
        ? Found.unclear(length, Clarification.of("Instead, or as well?", readings))
        : which(targets.getFirst(), false, length);
  }
}
