package io.custard.translate.link;

/** Whether words mean about the same. */
public final class Words {
  private Words() {}

  /** Whether two stems are equal or often stand for each other. */
  public static boolean alike(String stem, String other) {
    return stem.equals(other) || Lexicon.synonyms(stem).contains(other);
  }
}
