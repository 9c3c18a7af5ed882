package io.custard.launcher.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.launcher.sample.shop.SampleRow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CopyTextTest {
  @Test
  void separatesValuesByTabsAndEndsTheLine() {
    assertThat(line("1", "Müller", "2026-06-30")).isEqualTo("1\tMüller\t2026-06-30\n");
  }

  @Test
  void writesNullAsBackslashN() {
    assertThat(line("1", null, "")).isEqualTo("1\t\\N\t\n");
  }

  @Test
  void escapesWhatWouldEndAValueOrALine() {
    assertThat(line("a\tb\nc\rd\\e")).isEqualTo("a\\tb\\nc\\rd\\\\e\n");
  }

  @Test
  void doesNotTakeTheTextBackslashNForNull() {
    assertThat(line("\\N")).isEqualTo("\\\\N\n");
  }

  private static String line(String... values) {
    StringBuilder out = new StringBuilder();
    CopyText.append(new SampleRow(Arrays.asList(values)), out);
    return out.toString();
  }
}
