package io.custard.agent.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
  private static final String WHOLE =
      """
      version: 1
      default_schema: sales
      tables: [sales.orders, "reports.*"]
      deny_tables: [reports.salaries]
      deny_columns: [sales.orders.card_number]
      functions:
        allow: [sales.net_price]
        deny: [repeat]
      limits:
        max_rows: 1000
        max_bytes: 2MB
        timeout: 30s
      quiet_hours:
        - days: [mon, fri]
          from: "22:00"
          to: "06:00"
          zone: Europe/Berlin
      """;

  @Test
  void readsEveryPart() throws Exception {
    AgentPolicy policy = PolicyReader.read(WHOLE);
    assertThat(policy.defaultSchema()).isEqualTo("sales");
    assertThat(policy.tables()).hasSize(2);
    assertThat(policy.functions().allowedFunctions()).containsExactly("sales.net_price");
    assertThat(policy.limits())
        .isEqualTo(
            new AgentPolicy.Limits(
                OptionalLong.of(1000), OptionalLong.of(2L << 20), Duration.ofSeconds(30)));
    assertThat(policy.quietHours()).hasSize(1);
    assertThat(policy.hash()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1\\ntable: [a.b]|line 2: the key is not known",
        "version: 2|line 1: write version: 1",
        "tables: [a.b]|line 1: write version: 1",
        "version: 1\\ntables: [orders]|line 2: write names as schema.table",
        "version: 1\\ntables: a.b|line 2: write a list",
        "version: 1\\ntables: [[a]]|line 2: write a single value",
        "version: 1\\nlimits:\\n  max_rows: many|line 3: write a number of rows",
        "version: 1\\nlimits:\\n  timeout: 0s|line 3: write 30s",
        "version: 1\\nquiet_hours:\\n  - from: late|line 3: quiet hours need",
        "version: 1\\nversion: 1|line 2: version stands here for a second time",
        "version: 1\\ntables: [|line 2: this is not YAML",
        "!!javax.script.ScriptEngineManager {x: y}|Policy line 1",
        "''|line 1: the file is empty",
      })
  void namesTheLineThatIsWrong(String text, String message) {
    assertThatThrownBy(() -> PolicyReader.read(text.replace("\\n", "\n")))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining(message);
  }

  @Test
  void aChangedFileThatIsWrongLeavesThePolicyInForce(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("policy.yaml"), WHOLE);
    PolicyFile policy = PolicyFile.open(Optional.of(file));
    AgentPolicy before = policy.current();

    Files.writeString(file, "version: 1\ntypo: 1\n");
    policy.reload();
    assertThat(policy.current()).isSameAs(before);

    Files.writeString(file, "version: 1\n");
    policy.reload();
    assertThat(policy.current().tables()).isEmpty();
  }

  @Test
  void anAgentDoesNotStartOpenWhenItsFileIsMissing(@TempDir Path folder) {
    assertThatThrownBy(() -> PolicyFile.open(Optional.of(folder.resolve("none.yaml"))))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("cannot be read");
  }
}
