package io.custard.translate.link;

import io.custard.translate.text.Stemmer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adjectives of degree and the kinds of columns they compare. Each line gives the comparative, the
 * superlative and tiers of column words; a minus turns the direction round, as an old person has a
 * low birth year. The first tier found in a table counts.
 */
public final class Adjectives {
  private static final String LINES =
      """
      old older oldest: age | -birth -born | -found -establish -built -opened -year -date
      young younger youngest: -age | birth born | found establish year date
      expensive - expensive: price cost fee charge | rate amount value rent
      costly costlier costliest: price cost fee charge | rate amount value rent
      cheap cheaper cheapest: -price -cost -fee -charge | -rate -amount -value -rent
      large larger largest: size area | capacity population | amount total quantity number
      big bigger biggest: size area | capacity population | amount total quantity number
      small smaller smallest: -size -area | -capacity -population | -amount -total -quantity
      great greater greatest: size area | capacity population | amount total quantity number
      long longer longest: length duration | distance time
      short shorter shortest: -length -duration -height | -distance -time
      tall taller tallest: height | elevation
      high higher highest: height elevation altitude | price score rating rank
      low lower lowest: -height -elevation -altitude | -price -score -rating
      heavy heavier heaviest: weight | mass
      light lighter lightest: -weight | -mass
      deep deeper deepest: depth
      wide wider widest: width
      fast faster fastest: speed | -time -duration
      slow slower slowest: -speed | time duration
      rich richer richest: worth | income salary balance money
      wealthy wealthier wealthiest: worth | income salary balance money
      poor poorer poorest: -worth | -income -salary -balance
      hot hotter hottest: temperature
      cold colder coldest: -temperature
      populous - populous: population
      populated - populated: population
      recent later latest: date time timestamp | year
      new newer newest: date time timestamp | year
      late later last: date time timestamp | year
      early earlier earliest: -date -time -timestamp | -year
      experienced - experienced: experience | year
      """;

  private static final Map<String, Sense> SUPERLATIVES = new HashMap<>();
  private static final Map<String, Sense> COMPARATIVES = new HashMap<>();
  private static final Map<String, Sense> BASES = new HashMap<>();

  static {
    LINES.lines().forEach(Adjectives::read);
    SUPERLATIVES.remove("last");
  }

  private Adjectives() {}

  /** One kind of column, with the direction in which the adjective grows. */
  public record Kind(String stem, boolean rising) {}

  /** What an adjective compares: tiers of kinds, the first that a table has counts. */
  public record Sense(List<List<Kind>> tiers) {
    public Sense {
      tiers = tiers.stream().map(List::copyOf).toList();
    }
  }

  /** The sense of a superlative such as oldest, or null. */
  public static @Nullable Sense superlative(String word) {
    return SUPERLATIVES.get(word);
  }

  /** The sense of a comparative such as older, or null. */
  public static @Nullable Sense comparative(String word) {
    return COMPARATIVES.get(word);
  }

  /** The sense of a plain adjective such as expensive, or null. */
  public static @Nullable Sense plain(String word) {
    return BASES.get(word);
  }

  /** Whether a word is any form of an adjective listed. */
  public static boolean known(String word) {
    return SUPERLATIVES.containsKey(word)
        || COMPARATIVES.containsKey(word)
        || BASES.containsKey(word);
  }

  private static void read(String line) {
    int colon = line.indexOf(':');
    String[] forms = line.substring(0, colon).split(" ", -1);
    List<List<Kind>> tiers = new ArrayList<>();
    for (String tier : line.substring(colon + 1).split("\\|", -1)) {
      List<Kind> kinds = new ArrayList<>();
      for (String word : tier.strip().split(" ", -1)) {
        boolean falling = word.startsWith("-");
        kinds.add(new Kind(Stemmer.stem(falling ? word.substring(1) : word), !falling));
      }
      tiers.add(kinds);
    }
    Sense sense = new Sense(tiers);
    BASES.put(forms[0], sense);
    COMPARATIVES.putIfAbsent(forms[1], sense);
    SUPERLATIVES.put(forms[2], sense);
  }
}
