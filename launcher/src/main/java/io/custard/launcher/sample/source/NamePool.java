package io.custard.launcher.sample.source;

import java.util.List;

/** Common given names, family names and streets of a language; persons are drawn at random. */
public record NamePool(
    String language, List<String> given, List<String> family, List<String> streets) {
  private static final List<NamePool> ALL =
      WordList.read("names.txt").stream()
          .map(line -> new NamePool(line.text(0), line.words(1), line.words(2), line.words(3)))
          .toList();

  public NamePool {
    given = List.copyOf(given);
    family = List.copyOf(family);
    streets = List.copyOf(streets);
  }

  static NamePool called(String language) {
    return ALL.stream().filter(pool -> pool.language.equals(language)).findFirst().orElseThrow();
  }

  public PersonName person(Chance chance) {
    return new PersonName(chance.oneOf(given), chance.oneOf(family));
  }
}
