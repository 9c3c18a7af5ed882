package io.custard.translate.link;

import io.custard.translate.text.Stemmer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * General English relations between words, true of no schema in particular: groups of words that
 * often name the same thing, and units that add nothing to a name.
 */
final class Lexicon {
  private static final String GROUPS =
      """
      customer client buyer
      employee staff worker personnel
      teacher instructor lecturer tutor
      student pupil
      movie film
      song track
      price cost fee charge rate
      salary wage pay earnings income compensation
      quantity amount count
      phone telephone mobile
      cell mobile
      email mail
      nation country
      city town
      car vehicle automobile
      company firm corporation business enterprise
      nationality citizenship
      citizen citizenship
      start begin beginning
      end finish
      gender sex
      doctor physician
      order purchase
      category type kind class
      description detail
      information info detail
      photo picture image photograph
      author writer
      shop store
      flat apartment
      zip postal postcode
      grade score mark
      star rating
      role position
      position title
      job occupation profession
      spouse husband wife
      arrival arrive
      departure depart leave
      build construction construct
      found establish founding foundation
      destination arrive
      origin source depart
      source leave
      enrol enroll enrollment enrolment register registration
      course class
      plane airplane aircraft
      boat ship vessel
      user account
      comment remark
      member membership
      university college school
      founder creator
      birth born
      death die
      elevation altitude height
      length long
      height tall
      weight heavy
      age old
      distance far
      speed fast
      duration length
      size big
      area size
      abbreviation short
      location place
      venue place
      address location
      competition contest
      game match
      team club
      sell sale
      language tongue
      money cash
      headquarter headquarters hq
      ship shipment shipping shipped
      pay payment
      deliver delivery
      treat treatment
      assign assignment
      appoint appointment
      perform performance
      attend attendance
      reserve reservation booking
      book booking
      invoice bill
      complain complaint
      rank ranking
      review rating
      win winner
      conduct conductor
      manage manager management
      direct director
      supply supplier
      publish publisher publication
      produce producer production
      play player
      teach teacher
      elect election
      employ employment employee
      hire employ
      own owner
      create creation
      join joining
      close closing
      open opening
      visit visitor
      borrow loan
      lend loan
      prescribe prescription
      ticket admission
      genre category
      result outcome
      status state
      dose dosage
      """;
  private static final Set<String> UNITS =
      stems(
          "million thousand billion usd dollar eur euro gbp meter metre m km kilometer kg kilogram"
              + " gram mm cm mile foot inch pound hour minute second day percent celsius fahrenheit"
              + " ms gb mb kb k year mph kmh liter litre");
  private static final Map<String, Set<String>> SYNONYMS = synonyms();

  private Lexicon() {}

  /** Stems that often mean the same as this one. */
  static Set<String> synonyms(String stem) {
    return SYNONYMS.getOrDefault(stem, Set.of());
  }

  /** Whether the stem is a unit of measure. */
  static boolean unit(String stem) {
    return UNITS.contains(stem);
  }

  private static Map<String, Set<String>> synonyms() {
    Map<String, Set<String>> synonyms = new HashMap<>();
    GROUPS
        .lines()
        .forEach(line -> {
          Set<String> group = stems(line);
          for (String word : group) {
            Set<String> others = synonyms.computeIfAbsent(word, w -> new HashSet<>());
            group.stream().filter(other -> !other.equals(word)).forEach(others::add);
          }
        });
    return synonyms;
  }

  static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    for (String word : words.split(" ", -1)) {
      if (!word.isEmpty()) {
        stems.add(Stemmer.stem(word));
      }
    }
    return stems;
  }
}
