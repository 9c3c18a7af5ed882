package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class PlanCostTest {

  @Test
  void mysqlSaysItAsText() {
    String plan =
        """
        {"query_block": {"select_id": 1, "cost_info": {"query_cost": "12.50"},
          "table": {"cost_info": {"read_cost": "1.00"}}}}\
        """;

    assertThat(PlanCost.read(new JsonObject(plan))).hasValue(12.5);
  }

  @Test
  void partsOfAUnionAddUp() {
    String plan =
        """
        {"query_block": {"union_result": {"query_specifications": [
          {"query_block": {"select_id": 1, "cost": 2.5}},
          {"query_block": {"select_id": 2, "cost": 4}}]}}}\
        """;

    assertThat(PlanCost.read(new JsonObject(plan))).hasValue(6.5);
  }

  @Test
  void olderServersSayNothing() {
    assertThat(PlanCost.read(new JsonObject("{\"query_block\": {\"select_id\": 1}}"))).isEmpty();
  }
}
