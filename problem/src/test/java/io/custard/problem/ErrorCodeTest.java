package io.custard.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  private static final Path DOCUMENT = Path.of("../docs/errors.md");

  @Test
  void codesNewerThanThisBuildBecomeUnknown() {
    assertThat(ErrorCode.of("FROM_THE_FUTURE")).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(ErrorCode.of("SQL_NOT_READ_ONLY")).isEqualTo(ErrorCode.SQL_NOT_READ_ONLY);
  }

  @Test
  void everyCodeIsPrefixedByItsArea() {
    assertThat(Arrays.stream(ErrorCode.values()).filter(code -> code != ErrorCode.UNKNOWN))
        .allSatisfy(code ->
            assertThat(code.name())
                .matches(
                    "(REQUEST|AUTH|SESSION|ORGANISATION|MEMBER|INVITATION|API_TOKEN|LOGIN_LINK|CONNECTION|AGENT|QUERY|MODEL|SQL|THREAD|HISTORY|FEEDBACK|EXAMPLE|TOOL|AUDIT|UPSTREAM|INTERNAL)_.+"));
  }

  @Test
  void typeIsAStableAddress() {
    assertThat(ErrorCode.AGENT_LINK_LOST.type())
        .isEqualTo("https://custard.dev/errors/agent-link-lost");
  }

  /** Run with -Dcustard.regenerate=true to write the document anew. */
  @Test
  void documentListsEveryCode() throws IOException {
    String expected = document();
    if (Boolean.getBoolean("custard.regenerate")) {
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
  }

  private static String document() {
    return """
    # Error codes

    Generated from `ErrorCode` in `problem/`; a test compares the two. Every error of the HTTP API is
    `application/problem+json` (RFC 9457) with one of these codes in `code`. The code is contract, the text is not.

    | code | status | whose turn | title |
    |---|---|---|---|
    """
        + Arrays.stream(ErrorCode.values())
            .map(code ->
                "| `%s` | %d | %s | %s |\n"
                    .formatted(
                        code.name(),
                        code.status(),
                        code.kind().name().toLowerCase(Locale.ROOT),
                        code.title()))
            .collect(Collectors.joining());
  }
}
