package io.custard.conversation.phrase;

import io.custard.conversation.FollowUp;
import io.custard.conversation.Knowledge;
import io.custard.conversation.QuestionState;
import io.custard.conversation.change.Change;
import io.custard.conversation.change.ChartForm;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.words.Nouns;
import io.custard.conversation.words.Text;
import io.custard.protocol.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a follow-up from its first word to its last. Used once, by one thread. */
public final class FollowUpReader {
  private static final int LONGEST = 300;
  private static final int MOST_WORDS = 40;
  private static final int MOST_CHANGES = 6;
  // They say nothing of their own.
  private static final Set<String> SILENT =
      Set.of(
          "and", "ok", "okay", "now", "please", "then", "show", "me", "it", "them", "that", "this",
          "those", "these", "same", "but", "again", "make", "can", "could", "you", "give", "the",
          "a", "an", "do", "also", "too", "instead", "only", "just", "thanks", "so", "yes", "let's",
          "see", "i", "want", "to", "display", "change", "switch", "use", "result", "results",
          "ones", "with", "well", "as", ",", "-", "–", "add", "us", "answer");
  private static final List<String> OPENINGS =
      List.of(
          "what about",
          "how about",
          "and what about",
          "and how about",
          "what is it",
          "what was it",
          "what if",
          "what would it be");
  private static final Set<String> QUESTIONS =
      Set.of(
          "show", "list", "give", "what", "which", "who", "whose", "how", "find", "get", "count",
          "when", "where", "why", "is", "are", "does", "did", "has", "have", "compare", "display",
          "tell", "name", "what's", "who's", "were", "was");
  private static final Set<String> POINTING =
      Set.of("only", "just", "those", "these", "all", "such");

  private final Context context;
  private final Text text;
  private final List<PhraseReader> readers;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> unexplained = new ArrayList<>();
  private @Nullable Clarification unclear;
  private int unclearAfter;
  private @Nullable ChartForm chart;
  private boolean subject;

  private FollowUpReader(Context context) {
    this.context = context;
    this.text = context.text();
    this.readers =
        List.of(
            new ChartReader(text),
            new LimitReader(context),
            new OrderReader(context),
            new PeriodReader(context),
            new ReleaseReader(context),
            new MetricReader(context),
            new GroupReader(context),
            new FilterReader(context));
  }

  /** Reads what was said; never throws. */
  public static FollowUp read(String said, QuestionState state, Knowledge knowledge) {
    try {
      Text text = new Text(said.length() > LONGEST ? "" : said);
      if (text.size() == 0 || text.size() > MOST_WORDS || state.tables().isEmpty()) {
        return new FollowUp.NewQuestion();
      }
      Nouns nouns = new Nouns(knowledge.tables(), state.tables());
      return new FollowUpReader(new Context(text, state, nouns, knowledge)).read();
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever it is, it can be asked as a question.
      return new FollowUp.NewQuestion();
    }
  }

  private FollowUp read() {
    int at = text.any(0, OPENINGS);
    Found last = null;
    while (at < text.size()) {
      Optional<Found> found = first(at);
      if (found.isPresent()) {
        last = found.get();
        take(last);
        at += Math.max(1, last.length());
        continue;
      }
      int noun = subjectAt(at, last);
      if (noun == 0 && !SILENT.contains(text.at(at))) {
        unexplained.add(text.written(at));
      }
      at += Math.max(1, noun);
      last = null;
    }
    return outcome();
  }

  private Optional<Found> first(int at) {
    return readers.stream().flatMap(reader -> reader.at(at).stream()).findFirst();
  }

  private void take(Found found) {
    changes.addAll(found.changes());
    ChartForm form = found.chart();
    chart = form == null ? chart : form;
    if (found.unclear() != null && unclear == null) {
      unclear = found.unclear();
      unclearAfter = changes.size();
    }
  }

  // "Only paid orders" is about the same orders; "orders by month" is a question of its own.
  private int subjectAt(int at, @Nullable Found last) {
    Optional<Nouns.Named<TableDescription>> table = context.nouns().table(text, at);
    if (table.isEmpty()) {
      return 0;
    }
    boolean same =
        last == null
            ? POINTING.contains(text.at(at - 1))
                && isRead(table.get().what())
                && isShown(table.get().what())
            : !last.changes().isEmpty()
                && last.changes().stream().allMatch(change -> goesWith(change, table.get().what()));
    if (same) {
      return table.get().length();
    }
    subject = true;
    return 0;
  }

  private boolean goesWith(Change change, TableDescription table) {
    return switch (change) {
      case Change.AddFilter c -> isRead(table) || c.filter().column().table().equals(table.name());
      case Change.ReplaceFilter _, Change.RemoveFilter _ -> isRead(table);
      case Change.SetLimit _, Change.SetOrder _, Change.SetPeriod _ -> isShown(table);
      default -> false;
    };
  }

  private boolean isRead(TableDescription table) {
    return context.state().tables().contains(table.name());
  }

  // Whether the rows of the answer are rows of this table.
  private boolean isShown(TableDescription table) {
    QuestionState state = context.state();
    if (state.dimensions().isEmpty()) {
      return state.tables().getFirst().equals(table.name());
    }
    return Nouns.naming(table).stream()
        .anyMatch(name -> state.dimensions().contains(new Dimension(name, null)));
  }

  private FollowUp outcome() {
    if (subject || changes.size() > MOST_CHANGES) {
      return new FollowUp.NewQuestion();
    }
    if (!unexplained.isEmpty()) {
      return unexplained();
    }
    Clarification open = unclear;
    if (open != null) {
      return new FollowUp.Unclear(
          open.within(
              changes.subList(0, unclearAfter), changes.subList(unclearAfter, changes.size())),
          chart);
    }
    if (!changes.isEmpty()) {
      return new FollowUp.Edit(changes, chart);
    }
    ChartForm form = chart;
    return form != null ? new FollowUp.Chart(form) : new FollowUp.NewQuestion();
  }

  private FollowUp unexplained() {
    boolean question = QUESTIONS.contains(text.at(0)) && text.any(0, OPENINGS) == 0;
    boolean much = unexplained.size() > 2 || (changes.isEmpty() && unexplained.size() > 1);
    if (question || much || text.size() > 12) {
      return new FollowUp.NewQuestion();
    }
    String words = String.join(" ", unexplained);
    String shown = words.length() > 60 ? words.substring(0, 60) + "…" : words;
    return new FollowUp.Unclear(
        Context.reason("I do not know what “" + shown + "” means here; ask it as a full question."),
        chart);
  }
}
