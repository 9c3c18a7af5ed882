package io.custard.agent.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.protocol.Exposure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
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
      mask_salt: a salt that nobody can guess
      mask_columns:
        - {column: sales.orders.email, as: hash}
        - {column: sales.orders.phone, as: partial, keep: 2}
        - {column: "*.*.born", as: null}
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
      exposure: masked
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
    assertThat(policy.masks().of("sales", "Orders", "EMAIL")).contains(new Mask.Hash());
    assertThat(policy.masks().of("sales", "orders", "phone")).contains(new Mask.Partial(2));
    assertThat(policy.masks().of("any", "thing", "born")).contains(new Mask.Nothing());
    assertThat(policy.masks().of("sales", "orders", "id")).isEmpty();
    assertThat(policy.masks().key()).matches("[0-9a-f]{64}");
    assertThat(policy.hash()).hasSize(64);
    assertThat(policy.exposure()).isEqualTo(Exposure.MASKED);
    assertThat(PolicyReader.read("version: 1").exposure()).isEqualTo(Exposure.FULL);
    assertThat(PolicyReader.read("version: 1\nexposure: schema_only").exposure())
        .isEqualTo(Exposure.SCHEMA_ONLY);
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
        "version: 1\\nmask_columns: [a.b.c]|line 2: write keys with values",
        "version: 1\\nmask_columns:\\n- {column: a.b.c}|line 3: write column: schema.table.column",
        "version: 1\\nmask_columns:\\n- {column: a.b, as: null}|line 3: write names as schema.table.c",
        "version: 1\\nmask_columns:\\n- {column: a.b.c, as: blur}|line 3: write as: hash",
        "version: 1\\nmask_columns:\\n- {column: a.b.c, as: hash}|line 3: as: hash needs a mask_salt",
        "version: 1\\nmask_salt: short|line 2: write a mask_salt of at least 16",
        "version: 1\\nmask_columns:\\n- {column: a.b.c, as: partial, keep: 0}|line 3: write keep as a",
        "version: 1\\nmask_columns:\\n- {column: a.b.c, as: partial, keep: 21}|line 3: write keep as",
        "version: 1\\nmask_columns:\\n- {column: a.b.c, as: partial, keep: x}|line 3: write keep as a",
        "version: 1\\nmask_columns:\\n- {column: a.b.c, as: null, keep: 4}|line 3: keep belongs to",
        "version: 1\\ndeny_columns: [a.b.*]\\nmask_columns:\\n- {column: a.b.c, as: null}|line 4: this col",
        "version: 1\\ndeny_tables: ['*.b']\\nmask_columns:\\n- {column: a.b.c, as: null}|line 4: this col",
        "version: 1\\nmask_columns:\\n- {column: a.b.c, as: null}\\n- {column: A.b.c, as: null}|line 4",
        "!!javax.script.ScriptEngineManager {x: y}|Policy line 1",
        "version: 1\\nexposure: all|line 2: write exposure: schema_only, masked or full",
        "version: 1\\nexposure: [full]|line 2: write a single value",
        "version: 1\\n\\nexposure: FULL|line 3: write exposure: schema_only, masked or full",
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
  void saysInOneLineHowMuchItHolds(@TempDir Path folder) throws Exception {
    PolicyFile none = PolicyFile.open(Optional.empty());
    assertThat(none.hash()).isEqualTo("none");
    assertThat(none.summary()).isEqualTo("no policy file");
    Path path = Files.writeString(folder.resolve("policy.yaml"), WHOLE);
    PolicyFile file = PolicyFile.open(Optional.of(path));
    assertThat(file.summary())
        .isEqualTo(
            "allows 2 tables, denies 1 table, denies 1 column, masks 3 columns, allows 1 more"
                + " function, denies 1 function, caps 1000 rows, caps 2097152 bytes, ends"
                + " statements after 30 seconds, quiet hours 22:00–06:00, shows models masked values only");
    byte[] bytes = Files.readAllBytes(path);
    assertThat(file.hash())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(PolicyReader.read("version: 1").summary()).isEqualTo("allows all tables");
    assertThat(file.current().toString()).doesNotContain("nobody", file.current().masks().key());
  }

  @Test
  void anAgentDoesNotStartOpenWhenItsFileIsMissing(@TempDir Path folder) {
    assertThatThrownBy(() -> PolicyFile.open(Optional.of(folder.resolve("none.yaml"))))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("cannot be read");
  }
}
