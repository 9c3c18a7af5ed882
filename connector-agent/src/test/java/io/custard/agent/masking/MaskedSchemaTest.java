package io.custard.agent.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.agent.policy.PolicyReader;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedSchemaTest {
  private static final TableDescription PEOPLE =
      new TableDescription(
          "public",
          "people",
          TableDescription.TABLE,
          null,
          3,
          List.of(
              new Column("id", ColumnType.INTEGER, "int", false, "the key"),
              new Column("name", ColumnType.TEXT, "text", true, "in full"),
              new Column("born", ColumnType.DATE, "date", true, null)),
          List.of("id"),
          List.of());

  @Test
  void saysWhichColumnsAreMasked() throws Exception {
    String policy =
        """
        version: 1
        mask_columns:
          - {column: public.people.name, as: partial}
          - {column: public.people.born, as: null}
        """;
    TableDescription told = MaskedSchema.describe(PolicyReader.read(policy).masks(), PEOPLE);
    assertThat(told.columns())
        .extracting(Column::comment)
        .containsExactly(
            "the key",
            "in full (masked by the agent's policy: partial)",
            "(masked by the agent's policy: null)");
    assertThat(told.primaryKey()).containsExactly("id");
    assertThat(MaskedSchema.describe(PolicyReader.read("version: 1").masks(), PEOPLE))
        .isSameAs(PEOPLE);
  }
}
