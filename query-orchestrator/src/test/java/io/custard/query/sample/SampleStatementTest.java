package io.custard.query.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleStatementTest {
  @ParameterizedTest
  @EnumSource
  void theGuardAcceptsASampleOfTheWidestTableInEveryDialect(SampleStatement dialect) {
    String[] names =
        IntStream.range(0, 30)
            .mapToObj(i -> "a \"quoted\" `column` with ; -- " + i)
            .toArray(String[]::new);
    SampledTable table = SampledTable.of(table("Odd Table", texts(names))).orElseThrow();

    Verdict verdict =
        new SqlGuard(Dialect.of(dialect.name()).orElseThrow(), GuardLimits.defaults())
            .judge(dialect.sql(table));

    assertThat(table.columns()).hasSize(12);
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql, POSTGRESQL",
    "mariadb, MYSQL",
    "sqlite, SQLITE",
    "duckdb, DUCKDB",
    "trino,",
    "clickhouse,",
    "access,"
  })
  void otherDatabasesAreNotSampled(String dialect, SampleStatement wanted) {
    assertThat(SampleStatement.of(dialect)).isEqualTo(java.util.Optional.ofNullable(wanted));
  }

  @Test
  void onlyTextThatIsNoKeyAndNotMaskedIsSampled() {
    TableDescription table =
        new TableDescription(
            "public",
            "orders",
            TableDescription.TABLE,
            null,
            10,
            List.of(
                text("code", null),
                text("shop", null),
                text("status", "As shipped"),
                text("plan", "(masked by the agent's policy: hash)"),
                new Column("total", ColumnType.DECIMAL, "numeric", true, null)),
            List.of("code"),
            List.of(new ForeignKey(List.of("shop"), "public", "shops", List.of("code"))));

    assertThat(SampledTable.of(table).orElseThrow().columns())
        .extracting(Column::name)
        .containsExactly("status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "first_name",
        "lastName",
        "SURNAME",
        "username",
        "email",
        "e_mail",
        "EMailAddress",
        "phone",
        "mobile_no",
        "tel",
        "fax",
        "address",
        "addr_line_1",
        "street",
        "city",
        "zip",
        "postal_code",
        "birth_date",
        "dob",
        "ssn",
        "iban",
        "account_number",
        "credit_card",
        "cvv",
        "passport",
        "licence_plate",
        "password",
        "passwd_hash",
        "api_token",
        "client_secret",
        "session_id",
        "ip",
        "ip_address",
        "mac",
        "latitude",
        "gender",
        "ethnicity",
        "religion",
        "diagnosis",
        "salary",
        "comment",
        "notes",
        "description",
        "message_body",
        "geburtsdatum",
        "strasse",
        "nachname",
        "apellido",
        "correo",
        "avatar_url",
        "contact"
      })
  void whatSoundsLikePersonalDataOrFreeTextIsNeverSampled(String column) {
    assertThat(PersonalNames.isPersonal(column)).isTrue();
    assertThat(SampledTable.of(table("people", texts(column)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "country",
        "currency",
        "category",
        "order_state",
        "payment_method",
        "size",
        "colour",
        "language",
        "unit",
        "priority",
        "genre",
        "type",
        "kind",
        "tier",
        "channel"
      })
  void whatSoundsLikeAListIsSampled(String column) {
    assertThat(PersonalNames.isPersonal(column)).isFalse();
  }

  @Test
  void theListIsDocumented() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "exposure.md"));

    assertThat(
            Stream.of(PersonalNames.WORDS, PersonalNames.ENDINGS, PersonalNames.PARTS)
                .flatMap(Collection::stream))
        .allSatisfy(part -> assertThat(page).contains("`" + part + "`"));
  }

  private static Column[] texts(String... names) {
    return Stream.of(names).map(name -> text(name, null)).toArray(Column[]::new);
  }

  private static Column text(String name, String comment) {
    return new Column(name, ColumnType.TEXT, "text", true, comment);
  }

  private static TableDescription table(String name, Column... columns) {
    return new TableDescription(
        "public", name, TableDescription.TABLE, null, 10, List.of(columns), List.of(), List.of());
  }
}
