package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Hello;
import io.custard.testkit.database.TestingPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model may see: the stricter of the connection's level and the owner's policy. */
class AgentExposureTest extends LinkedAgent {
  private static final String SQL = "select name, born, id, tags, mood from customer";
  private static final String FULL = "[\"Ann\",\"1990-01-02\",1,[\"a\",\"b\"],\"calm\"]";
  private static final String MASKED = "[\"xxx\",\"9999-99-99\",9,[\"x\",\"x\"],\"xxxx\"]";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -",
        "schema_only, -",
        "schema_only, full",
        "masked, schema_only",
        "full, schema_only",
        "FULL, full",
        "everything, full",
        "'', -",
      })
  void noValueIsForAModelUnlessBothSaySo(String connection, String owner) throws Exception {
    linkWith(owner);

    QueryId id = execute(Execute.MODEL, connection);

    assertThat(awaitFailed(id).code()).isEqualTo("AGENT_POLICY_REFUSED");
    assertThat(awaitFailed(id).message()).contains("schema_only");
    assertThat(gateway.frames(Columns.class)).isEmpty();
    assertThat(lines()).contains("\"verdict\":\"AGENT_POLICY_REFUSED\"", "\"purpose\":\"model\"");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"masked, -", "masked, full", "masked, masked", "full, masked"})
  void onlyShapesAreForAModelWhereOneOfThemMasks(String connection, String owner) throws Exception {
    linkWith(owner);

    QueryId id = execute(Execute.MODEL, connection);

    awaitEnd(id);
    assertThat(gateway.rows(id)).isEqualTo(MASKED);
    assertThat(gateway.frames(Columns.class).getFirst().columns())
        .startsWith(
            new ResultColumn("column_1", ColumnType.TEXT),
            new ResultColumn("column_2", ColumnType.DATE));
    assertThat(lines()).contains("\"verdict\":\"accepted\"", "\"purpose\":\"model\"");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"full, -", "full, full"})
  void valuesAreForAModelWhereBothShowAll(String connection, String owner) throws Exception {
    linkWith(owner);

    QueryId id = execute(Execute.MODEL, connection);

    awaitEnd(id);
    assertThat(gateway.rows(id)).isEqualTo(FULL);
    assertThat(gateway.frames(Columns.class).getFirst().columns().getFirst().name())
        .isEqualTo("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {Execute.RESULT, Execute.PROFILE})
  void thePersonAndTheBuiltInTranslatorAreNotMeant(String purpose) throws Exception {
    linkWith("schema_only");

    QueryId id = execute(purpose, null);

    awaitEnd(id);
    assertThat(gateway.rows(id)).isEqualTo(FULL);
  }

  @Test
  void aPurposeThatIsNotKnownIsTakenForAModels() throws Exception {
    linkWith(null);

    assertThat(awaitFailed(execute("training", null)).code()).isEqualTo("AGENT_POLICY_REFUSED");
    QueryId masked = execute("training", "masked");

    awaitEnd(masked);
    assertThat(gateway.rows(masked)).isEqualTo(MASKED);
  }

  @Test
  void thePolicysMasksHoldAtEveryLevel() throws Exception {
    link(
        """
        version: 1
        mask_columns: [{column: public.customer.name, as: partial, keep: 2}]
        """);

    QueryId full = execute(Execute.MODEL, "full");
    QueryId masked = execute(Execute.MODEL, "masked");

    awaitEnd(full);
    awaitEnd(masked);
    assertThat(gateway.rows(full)).startsWith("[\"*nn\",");
    assertThat(gateway.rows(masked)).startsWith("[\"*xx\",");
  }

  @Test
  void anOwnerWhoTightensItIsObeyedWithoutARestartAndTheCloudIsTold() throws Exception {
    linkWith("full");
    awaitEnd(execute(Execute.MODEL, "full"));

    Files.writeString(policy.orElseThrow(), "version: 1\nexposure: schema_only\n");

    await()
        .untilAsserted(() ->
            assertThat(oversight.policy().summary())
                .isEqualTo("allows all tables, shows models no values"));
    assertThat(awaitFailed(execute(Execute.MODEL, "full")).code())
        .isEqualTo("AGENT_POLICY_REFUSED");
    assertThat(gateway.frames(Hello.class).getFirst().policy().summary())
        .isEqualTo("allows all tables");
  }

  private void linkWith(String exposure) throws IOException {
    if (exposure == null) {
      link(TestingPostgres.reader());
    } else {
      link("version: 1\nexposure: " + exposure + "\n");
    }
  }

  private void link(String text) throws IOException {
    policy = Optional.of(Files.writeString(ledger.resolve("policy.yaml"), text));
    link(TestingPostgres.reader());
  }

  private QueryId execute(String purpose, String exposure) {
    QueryId id = QueryId.random();
    gateway.send(
        new Execute(
            id,
            SQL,
            new ExecutionLimits(20_000, 10, 1 << 20),
            RowEncoding.JSON_ROWS,
            purpose,
            CREDIT,
            "ann@example.com",
            null,
            null,
            exposure));
    return id;
  }

  private String lines() throws IOException {
    await().until(() -> Files.exists(ledger.resolve("ledger-000001.jsonl")));
    return Files.readString(ledger.resolve("ledger-000001.jsonl"));
  }
}
