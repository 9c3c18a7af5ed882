package io.custard.query.model;

import io.custard.query.budget.usage.Tokens;
import io.custard.query.prompt.Prompt;

/**
 * How many tokens a text has, rather too many: a token of a prompt has three to four characters.
 */
final class Estimate {
  /** For what is around the texts: roles, and the form of the answer. */
  private static final long AROUND = 250;

  private Estimate() {}

  /** What a call takes at most. */
  static Tokens most(Model model, Prompt prompt) {
    return new Tokens(
        AROUND + tokens(prompt.system()) + tokens(prompt.user()), model.answerTokens());
  }

  /** What it took; where its endpoint does not count, what it may have taken. */
  static Tokens used(Said said, Tokens most) {
    return new Tokens(
        said.asked() > 0 ? said.asked() : most.prompt(),
        said.answered() > 0 ? said.answered() : tokens(said.text()));
  }

  /** Characters by two and a half, rounded up; beyond ASCII, each is one. */
  static long tokens(String text) {
    long others = text.codePoints().filter(point -> point > 0x7f).count();
    long ascii = text.codePointCount(0, text.length()) - others;
    return others + (2 * ascii + 4) / 5;
  }
}
