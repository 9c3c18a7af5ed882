package io.custard.check;

import io.custard.check.Problem.Listed;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences of bounded length about names. */
final class Sentences {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_NAMES = 25;
  private static final int MOST_RELATIONS = 4;

  private Sentences() {}

  static String name(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  static String names(List<String> names) {
    String shown =
        names.stream().limit(MOST_NAMES).map(Sentences::name).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES ? shown + ", …" : shown;
  }

  static String list(String beginning, List<String> names) {
    return names.isEmpty() ? "" : beginning + ": " + names(names);
  }

  static String columns(List<Listed> relations) {
    return relations.stream()
        .limit(MOST_RELATIONS)
        .map(relation -> list(name(relation.relation()) + " has", relation.columns()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  static String missing(String what, String name, String present, List<String> suggestions) {
    String sentence = "There is no " + what + " " + name + ".";
    if (!present.isEmpty()) {
      sentence += " " + present;
    }
    if (suggestions.isEmpty()) {
      return present.isEmpty() ? sentence : sentence + ".";
    }
    String meant = suggestions.stream().map(Sentences::name).collect(Collectors.joining(" or "));
    return sentence + (present.isEmpty() ? " Did you mean " : "; did you mean ") + meant + "?";
  }
}
