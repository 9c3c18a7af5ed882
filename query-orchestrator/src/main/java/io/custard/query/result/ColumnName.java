package io.custard.query.result;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the name of a column tells about its numbers, in English and German. The last word counts
 * most ({@code customer_id}, {@code order_year}), unless the first one says that things were
 * counted or added ({@code count(customer_id)}).
 *
 * @param words in lower case
 */
public record ColumnName(List<String> words) {
  private static final int LONGEST = 200;
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private static final Set<String> COUNTED =
      words("count counts sum total number num avg average mean anzahl summe");
  private static final Set<String> LABELS =
      words(
          """
          id ids uuid guid oid code codes zip zipcode plz postcode postal postleitzahl phone
          telephone telefon tel mobile fax iban isbn ean upc gtin sku ssn vin pin barcode key pk fk
          no nr nummer rufnummer kundennummer\
          """);
  private static final Set<String> PERIODS =
      words(
          """
          year jahr yr decade month monat quarter quartal week woche kw weekday wochentag day tag
          dow doy hour stunde\
          """);
  private static final Set<String> AFTER_YEAR =
      words("of built born founded opened established made");
  private static final Set<String> NEVER_ADDED =
      words(
          """
          avg average mean median mittel mittelwert durchschnitt min max minimum maximum lowest
          highest rate ratio quote percent percentage pct prozent share anteil price prices preis
          score rating age alter temperature temperatur distinct\
          """);

  public ColumnName {
    words = List.copyOf(words);
  }

  public static ColumnName of(String name) {
    String start = name.substring(0, Math.min(name.length(), LONGEST));
    return new ColumnName(
        BETWEEN_WORDS
            .splitAsStream(start)
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList());
  }

  public NumberMeaning meaning() {
    if (words.isEmpty() || COUNTED.contains(words.getFirst())) {
      return NumberMeaning.QUANTITY;
    }
    if (LABELS.contains(words.getLast()) || isNumbered()) {
      return NumberMeaning.LABEL;
    }
    return PERIODS.contains(words.getLast()) || isYearOfSomething()
        ? NumberMeaning.PERIOD
        : NumberMeaning.QUANTITY;
  }

  /** Whether a sum of its numbers would mean something; an average's or a price's does not. */
  public boolean additive() {
    return words.stream().noneMatch(NEVER_ADDED::contains);
  }

  /** {@code invoice_number}; a {@code number} by itself is a quantity. */
  private boolean isNumbered() {
    return words.size() > 1 && words.getLast().equals("number");
  }

  private boolean isYearOfSomething() {
    return words.size() > 1 && words.get(0).equals("year") && AFTER_YEAR.contains(words.get(1));
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+", -1));
  }
}
