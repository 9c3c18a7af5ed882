package io.custard.conversation;

import io.custard.conversation.state.ColumnName;
import java.util.Objects;

/**
 * Which reading a person chose for a phrase, to be remembered by the caller for as long as that
 * person said.
 *
 * @param phrase in lower case, with one blank between words and nothing else; never empty
 * @param choice the label of the reading, or the column that was chosen as {@code table.column}
 */
public record PreferredReading(String phrase, String choice) {
  private static final int LONGEST = 200;

  public PreferredReading {
    Objects.requireNonNull(choice);
    phrase = ColumnName.words(phrase.length() > LONGEST ? phrase.substring(0, LONGEST) : phrase);
    if (phrase.isEmpty()) {
      throw new IllegalArgumentException("A phrase has at least one word.");
    }
  }

  /** Whether a question holds the phrase, word by word. */
  public boolean applies(String question) {
    return (" " + ColumnName.words(question) + " ").contains(" " + phrase + " ");
  }
}
