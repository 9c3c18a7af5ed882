package io.custard.query.budget.usage;

/** Tokens of one call or of many. */
public record Tokens(long prompt, long answer) {
  public static final Tokens NONE = new Tokens(0, 0);

  public Tokens {
    if (prompt < 0 || answer < 0) {
      throw new IllegalArgumentException("nothing gives tokens back");
    }
  }

  public long total() {
    return prompt + answer;
  }

  Tokens plus(Tokens more) {
    return new Tokens(prompt + more.prompt, answer + more.answer);
  }
}
