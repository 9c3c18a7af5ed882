package io.custard.translate.link;

import io.custard.translate.text.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names written without any mark between their words, as databases that fold case leave them:
 * sbcustname beside sbcustcity is a name. A start that all names share is dropped, and a common
 * last word is split off.
 */
final class GluedNames {
  private static final List<String> TAILS =
      List.of(
          "name", "date", "code", "type", "price", "number", "status", "amount", "email", "count",
          "address", "time", "year", "id");
  private static final Set<String> WHOLE =
      Set.of(
          "candidate",
          "mandate",
          "validate",
          "valid",
          "invalid",
          "liquid",
          "solid",
          "hybrid",
          "covid",
          "rapid",
          "fluid",
          "lifetime",
          "overtime",
          "prototype",
          "discount",
          "account",
          "encode",
          "decode",
          "surname",
          "nickname",
          "username",
          "filename",
          "consolidate",
          "squid",
          "orchid",
          "steroid",
          "asteroid",
          "android",
          "humid",
          "timid",
          "vivid");

  private GluedNames() {}

  /** The words of each name when all are single words, else as they are. */
  static List<List<String>> words(List<String> names) {
    List<List<String>> words = new ArrayList<>();
    names.forEach(name -> words.add(Identifiers.words(name)));
    boolean single =
        names.stream()
            .allMatch(n ->
                n.chars().allMatch(Character::isLetterOrDigit)
                    && n.equals(n.toLowerCase(Locale.ROOT)));
    int shared = single ? shared(names) : 0;
    if (!single) {
      return words;
    }
    for (int i = 0; i < names.size(); i++) {
      words.set(i, split(names.get(i).substring(shared)));
    }
    return words;
  }

  private static int shared(List<String> names) {
    if (names.size() < 4) {
      return 0;
    }
    String first = names.get(0);
    int shared = names.stream().mapToInt(String::length).min().orElse(0) - 1;
    for (String name : names) {
      int same = 0;
      while (same < shared && name.charAt(same) == first.charAt(same)) {
        same++;
      }
      shared = same;
    }
    return shared < 2 ? 0 : shared;
  }

  private static List<String> split(String name) {
    for (String tail : TAILS) {
      int rest = name.length() - tail.length();
      if (name.endsWith(tail) && rest >= 3 && !WHOLE.contains(name)) {
        List<String> words = new ArrayList<>(Identifiers.words(name.substring(0, rest)));
        words.add(tail);
        return words;
      }
    }
    if (name.startsWith("is") && name.length() > 6) {
      return List.of("is", name.substring(2));
    }
    return Identifiers.words(name);
  }
}
