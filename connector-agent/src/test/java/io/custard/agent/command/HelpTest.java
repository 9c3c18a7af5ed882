package io.custard.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.agent.config.Setting;
import io.custard.agent.link.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Help and {@code docs/agent-settings.md} say the same. The document's two lists are written anew
 * with {@code -Dcustard.regenerate=true}.
 */
class HelpTest {
  private static final Path DOCUMENT = Path.of("../docs/agent-settings.md");

  @Test
  void helpNamesEverySettingAndExitCode() {
    String help = Help.of(List.of());

    for (Setting setting : Setting.values()) {
      assertThat(help).contains(setting.variable());
      setting.flag().ifPresent(flag -> assertThat(help).contains("  " + flag + " "));
    }
    for (ExitCode code : ExitCode.values()) {
      assertThat(help).contains("\n  " + code.number() + "  ");
    }
    assertThat(help).doesNotContain("`", "](");
  }

  @Test
  void theDocumentHasTheSameLists() throws IOException {
    String written = Files.readString(DOCUMENT);

    String right = with(with(written, "settings", settings()), "exit codes", exitCodes());

    if (Boolean.getBoolean("custard.regenerate")) {
      Files.writeString(DOCUMENT, right);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(right);
  }

  private static String with(String document, String list, String content) {
    String begin = "<!-- " + list + ": written by HelpTest -->\n";
    Pattern block = Pattern.compile(Pattern.quote(begin) + "(?s:.*?)<!-- end -->");
    assertThat(document).containsPattern(block);
    return block
        .matcher(document)
        .replaceFirst(Matcher.quoteReplacement(begin + content + "<!-- end -->"));
  }

  private static String settings() {
    StringBuilder table = new StringBuilder("| setting | flag | meaning |\n|---|---|---|\n");
    for (Setting setting : Setting.values()) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  setting.variable(),
                  setting.flag().map(flag -> "`" + flag + "`").orElse(""),
                  setting.meaning()));
    }
    return table.toString();
  }

  private static String exitCodes() {
    StringBuilder table = new StringBuilder("| exit code | because |\n|---|---|\n");
    for (ExitCode code : ExitCode.values()) {
      table.append("| %d | %s |\n".formatted(code.number(), code.because()));
    }
    return table.toString();
  }
}
