package io.custard.query.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeReasonTest {
  private static final Path ENGINES = Path.of("..", "engines");

  /** How the engines' classes of failures write their phrases down. */
  private static final Pattern PHRASE =
      Pattern.compile("(?:->|failed\\(|refused\\(|orElse\\(|\",)\\s*\"([a-z][^\"%]{8,})\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The database refused the statement: a column does not exist (SQLSTATE 42703, position 8).",
        "The database refused the statement: a value cannot be converted (SQLSTATE 22P02).",
        "The database refused the statement: the syntax is wrong (error 1064).",
        "The database refused the statement: it cannot be run as it is (SQLITE_ERROR).",
        "The database refused the statement: a value cannot be converted (Conversion error).",
        "A row of the result is larger than 1048576 bytes; select fewer columns or shorten them.",
        "The statement needs more than 64 MiB of memory; sort or group less.",
      })
  void whatAgentsSayIsPassedOn(String detail) {
    assertThat(SafeReason.of(ErrorCode.SQL_EXECUTION_FAILED, detail).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "invalid input syntax for type integer: \"canary\" | .",
        "The database refused the statement: canary (SQLSTATE 22P02). | ` (SQLSTATE 22P02).`",
        "The database refused the statement: the canary is wrong (error 1064). | ` (error 1064).`",
        "The database refused the statement: the syntax is wrong (canary error). | .",
        "The database refused the statement: the syntax is wrong (SQLSTATE 42601, at canary). | .",
        "The database refused the statement: the syntax is wrong (error 1064). canary | .",
        "The statement needs more than canary MiB of memory; sort or group less. | .",
        "`canary\nThe database refused the statement: the syntax is wrong (error 1064).` | .",
      })
  void whatElseADatabaseSaysIsLeftOut(String detail, String rest) {
    assertThat(SafeReason.of(ErrorCode.SQL_EXECUTION_FAILED, detail).detail())
        .isEqualTo("The database refused the statement" + rest);
  }

  @Test
  void anAgentsOwnSentencesStayButForACodeThatIsNotKnown() {
    assertThat(SafeReason.of(ErrorCode.AGENT_BUSY, "Try again.").detail()).isEqualTo("Try again.");
    assertThat(SafeReason.of(ErrorCode.UNKNOWN, "canary").detail()).doesNotContain("canary");
  }

  /** A phrase that is new there and missing here would only be left out, but that is a loss. */
  @Test
  void everyPhraseOfTheEnginesIsOnTheList() throws IOException {
    Set<String> phrases = new TreeSet<>();
    for (String name :
        Set.of("SqlStates.java", "ErrorPhrases.java", "SqliteFailures.java", "DuckFailures.java")) {
      String source = Files.readString(found(name));
      PHRASE.matcher(source).results().map((MatchResult r) -> r.group(1)).forEach(phrases::add);
    }
    phrases.removeIf(phrase ->
        phrase.startsWith("another program")
            || phrase.startsWith("the agent's log says")
            || phrase.startsWith("it is not a SQLite")
            || phrase.startsWith("the system refuses"));

    assertThat(phrases).hasSizeGreaterThan(40);
    assertThat(SafePhrases.ALL).containsAll(phrases);
  }

  private static Path found(String name) throws IOException {
    try (Stream<Path> files = Files.walk(ENGINES)) {
      return files
          .filter(file -> file.endsWith(name) && file.toString().contains("src"))
          .findFirst()
          .orElseThrow();
    }
  }
}
