package io.custard.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de                         | de",
        "de-AT,de;q=0.9,en;q=0.8    | de-AT",
        "en;q=0.5,de-CH             | de-CH",
        "xx-YY, fr-CA;q=0.3         | fr-CA",
        "*                          | en",
        "tlh                        | en",
        "th-TH-u-ca-buddhist-nu-thai| th-TH",
        "en-US-x-evil               | en-US",
        ";;;q=                      | en",
        "de;q=7                     | en",
      })
  void theFirstLanguageThatIsKnownCounts(String header, String tag) {
    assertThat(Reader.of(header, null).locale()).isEqualTo(Locale.forLanguageTag(tag));
  }

  @Test
  void withoutOrWithOddHeadersItIsEnglishInGreenwich() {
    assertThat(Reader.of(null, null)).isEqualTo(Reader.UNKNOWN);
    assertThat(Reader.of("", "Nowhere/Town")).isEqualTo(Reader.UNKNOWN);
    assertThat(Reader.of("de,".repeat(10_000), "\0")).isEqualTo(Reader.UNKNOWN);
  }

  @Test
  void zonesGoByTheirNames() {
    assertThat(Reader.of(null, "Europe/Berlin").zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }
}
