package io.custard.query.model;

/**
 * What a model said.
 *
 * @param asked tokens of the prompt; 0 where the endpoint does not count
 * @param answered tokens of the answer; likewise
 */
public record Said(String text, int asked, int answered, long millis) {
  /** Leaves the text out: it is about somebody's question. */
  @Override
  public String toString() {
    return "Said[" + asked + "+" + answered + " tokens]";
  }
}
