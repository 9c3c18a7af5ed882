package io.custard.query.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "customer_id",
        "customerId",
        "CUSTOMER ID",
        "zip",
        "zip_code",
        "order_number",
        "phone",
        "phoneNumber",
        "plz",
        "sku",
        "postcode",
        "bank.iban"
      })
  void digitsThatNameSomethingAreLabels(String name) {
    assertThat(ColumnName.of(name).meaning()).isEqualTo(NumberMeaning.LABEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"year", "order_year", "OrderYear", "year_of_birth", "year_built", "jahr", "month"})
  void yearsAndMonthsArePeriods(String name) {
    assertThat(ColumnName.of(name).meaning()).isEqualTo(NumberMeaning.PERIOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total",
        "count(customer_id)",
        "COUNT(*)",
        "number_of_ids",
        "number",
        "total_phone",
        "years",
        "year_total",
        "hours",
        "code_count",
        "avg_year",
        "",
        "!!",
        "paid",
        "width"
      })
  void everythingElseIsAQuantity(String name) {
    assertThat(ColumnName.of(name).meaning()).isEqualTo(NumberMeaning.QUANTITY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"avg_price", "AVG(total)", "success rate", "min", "unitPrice", "Preis"})
  void averagesAndPricesAreNeverAdded(String name) {
    assertThat(ColumnName.of(name).additive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"total", "sum(amount)", "revenue", "count", "average1x"})
  void sumsAre(String name) {
    assertThat(ColumnName.of(name).additive()).isTrue();
  }
}
