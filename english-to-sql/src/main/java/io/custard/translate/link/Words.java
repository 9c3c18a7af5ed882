package io.custard.translate.link;

import java.util.Set;

/** Whether words mean about the same. */
public final class Words {
  private Words() {}

  /** Whether two stems are equal or often stand for each other. */
  public static boolean alike(String stem, String other) {
    return stem.equals(other) || synonyms(stem).contains(other);
  }

  /** The stems that often stand for this one. */
  public static Set<String> synonyms(String stem) {
    return Lexicon.synonyms(stem);
  }
}
