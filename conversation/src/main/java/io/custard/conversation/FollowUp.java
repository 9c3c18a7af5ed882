package io.custard.conversation;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.ChartForm;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.phrase.FollowUpReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said after an answer. Read by a grammar without any guessing: every word is explained,
 * or it is not an edit.
 */
public sealed interface FollowUp {
  /**
   * The same question with changes.
   *
   * @param chart the form the answer is to be drawn in; null if nothing was said of it
   */
  record Edit(List<Change> changes, @Nullable ChartForm chart) implements FollowUp {
    public Edit {
      changes = List.copyOf(changes);
    }
  }

  /** A question on its own, or nothing that is understood. */
  record NewQuestion() implements FollowUp {}

  /** The same answer, drawn in another form. */
  record Chart(ChartForm form) implements FollowUp {}

  /**
   * It says something about the question, but not what exactly.
   *
   * @param chart the form the answer is to be drawn in; null if nothing was said of it
   */
  record Unclear(Clarification clarification, @Nullable ChartForm chart) implements FollowUp {}

  /** Reads what was said; never throws, whatever it is. */
  static FollowUp read(String text, StateOfThread previous, Knowledge knowledge) {
    return FollowUpReader.read(text, previous.state(), knowledge);
  }
}
