package io.custard.translate.text;

/**
 * A piece of a question with its place in it.
 *
 * @param text as written; for quoted text, what is between the quotes
 * @param lower in lower case
 * @param stem what is compared with the words of the schema
 */
public record Token(String text, String lower, String stem, Kind kind, int start, int end) {

  /** What kind of piece. */
  public enum Kind {
    WORD,
    NUMBER,
    DATE,
    QUOTED,
    MARK
  }

  /** Whether this is exactly that word or mark, ignoring case; quoted text never is. */
  public boolean is(String word) {
    return kind != Kind.QUOTED && lower.equals(word);
  }

  /** Whether it begins with a capital letter. */
  public boolean capitalised() {
    return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
  }
}
