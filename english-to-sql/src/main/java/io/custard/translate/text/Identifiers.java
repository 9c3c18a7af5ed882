package io.custard.translate.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words inside a name of the schema: snake_case, CamelCase, digits and abbreviations. */
public final class Identifiers {
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{Ll}\\p{M}]+|[\\p{L}&&[^\\p{Lu}\\p{Ll}]]+|\\p{N}+");
  private static final Map<String, List<String>> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("no", List.of("number")),
          Map.entry("num", List.of("number")),
          Map.entry("nbr", List.of("number")),
          Map.entry("nr", List.of("number")),
          Map.entry("qty", List.of("quantity")),
          Map.entry("amt", List.of("amount")),
          Map.entry("avg", List.of("average")),
          Map.entry("desc", List.of("description")),
          Map.entry("descr", List.of("description")),
          Map.entry("addr", List.of("address")),
          Map.entry("tel", List.of("phone")),
          Map.entry("telephone", List.of("phone")),
          Map.entry("dept", List.of("department")),
          Map.entry("dob", List.of("birth", "date")),
          Map.entry("bdate", List.of("birth", "date")),
          Map.entry("birthdate", List.of("birth", "date")),
          Map.entry("birthday", List.of("birth", "date")),
          Map.entry("fname", List.of("first", "name")),
          Map.entry("lname", List.of("last", "name")),
          Map.entry("firstname", List.of("first", "name")),
          Map.entry("lastname", List.of("last", "name")),
          Map.entry("surname", List.of("last", "name")),
          Map.entry("forename", List.of("first", "name")),
          Map.entry("fullname", List.of("full", "name")),
          Map.entry("username", List.of("user", "name")),
          Map.entry("zipcode", List.of("zip", "code")),
          Map.entry("cust", List.of("customer")),
          Map.entry("emp", List.of("employee")),
          Map.entry("mgr", List.of("manager")),
          Map.entry("acct", List.of("account")),
          Map.entry("stu", List.of("student")),
          Map.entry("prod", List.of("product")),
          Map.entry("src", List.of("source")),
          Map.entry("dest", List.of("destination")),
          Map.entry("abbrev", List.of("abbreviation")),
          Map.entry("abbr", List.of("abbreviation")),
          Map.entry("max", List.of("maximum")),
          Map.entry("min", List.of("minimum")),
          Map.entry("temp", List.of("temperature")),
          Map.entry("pct", List.of("percent")),
          Map.entry("percentage", List.of("percent")),
          Map.entry("loc", List.of("location")),
          Map.entry("cat", List.of("category")),
          Map.entry("yr", List.of("year")),
          Map.entry("govt", List.of("government")),
          Map.entry("org", List.of("organization")),
          Map.entry("mins", List.of("minute")),
          Map.entry("secs", List.of("second")),
          Map.entry("ccy", List.of("currency")),
          Map.entry("wt", List.of("weight")),
          Map.entry("mail", List.of("email")));

  private Identifiers() {}

  /** The words of a name in lower case, abbreviations written out. */
  public static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(name.length() > 200 ? name.substring(0, 200) : name);
    while (matcher.find()) {
      String word = matcher.group().toLowerCase(Locale.ROOT);
      words.addAll(ABBREVIATIONS.getOrDefault(word, List.of(word)));
    }
    if (words.size() > 1 && words.get(0).equals("e") && words.get(1).startsWith("mail")) {
      words.remove(0);
      words.set(0, "email");
    }
    return List.copyOf(words);
  }

  /** What a word of a question stands for: itself, or the abbreviation written out. */
  public static List<String> expand(String lower) {
    return ABBREVIATIONS.getOrDefault(lower, List.of(lower));
  }

  /** A name as it reads in a sentence. */
  public static String humanised(String name) {
    String words = String.join(" ", words(name));
    return words.isEmpty() ? name : words;
  }
}
