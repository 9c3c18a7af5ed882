package io.custard.query.answer;

/** Why a sentence of a model is not taken. The text is meant for the model's next attempt. */
public enum Refusal {
  EMPTY("There is no sentence."),
  TOO_LONG("The sentence is longer than 400 characters or has more than 20 references."),
  CONTROL_CHARACTER("The sentence has a control or invisible character."),
  FIGURE("The sentence has a figure of its own; only references may stand for figures."),
  UNIT("The sentence names a currency or per cent; those come with the cell."),
  MARKUP("The sentence has markup; only plain words are taken."),
  LINK("The sentence has something like an address."),
  CHARACTER("The sentence has a character beyond Latin letters and plain punctuation."),
  REFERENCE_UNKNOWN("Braces hold something that is no reference."),
  REFERENCE_GLUED("A reference touches a word, a sign or another reference, which changes it."),
  REFERENCE_OUTSIDE("A reference is to a cell that the result does not have.");

  private final String detail;

  Refusal(String detail) {
    this.detail = detail;
  }

  public String detail() {
    return detail;
  }
}
