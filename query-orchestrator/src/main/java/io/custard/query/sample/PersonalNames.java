package io.custard.query.sample;

import io.custard.translate.text.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of columns that probably hold personal data, secrets or free text, in which both are found.
 * They are sampled at no exposure. The list is short and errs on the side of leaving out; {@code
 * docs/exposure.md} shows it.
 */
final class PersonalNames {
  /** Whole words of a name. */
  static final Set<String> WORDS =
      Set.of(
          ("name nom nombre dob ssn ein tin vat tax bic pin cvv cvc tel fax zip ip mac lat lon lng"
                  + " geo user owner person contact street city sex race key salt otp plz ort")
              .split(" ", -1));

  /** What a word of a name ends with. */
  static final List<String> ENDINGS = List.of("name", "nom", "names");

  /** What stands somewhere in a word of a name. */
  static final List<String> PARTS =
      List.of(
          ("mail phone mobile telef addr adres direcc birth geburt passw secret token credential"
                  + " iban account konto card cuenta passport licen social national salar wage income gender ethnic relig politic health diagnos disease"
                  + " biometr fingerprint signature latitud longitud postal postcode strasse"
                  + " apellid correo comment note remark memo message body descri feedback"
                  + " content payload cookie session uuid guid hash url uri")
              .split(" ", -1));

  private PersonalNames() {}

  static boolean isPersonal(String column) {
    return Identifiers.words(column).stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(PersonalNames::isPersonalWord);
  }

  private static boolean isPersonalWord(String word) {
    return WORDS.contains(word)
        || ENDINGS.stream().anyMatch(word::endsWith)
        || PARTS.stream().anyMatch(word::contains);
  }
}
