package io.custard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfrastructureTest {
  @Test
  void serviceLogsInWithItsOwnRoleAndSchema() throws Exception {
    Infrastructure resource = new Infrastructure();
    resource.init(Map.of("schema", "auth"));

    Map<String, String> environment = resource.start();

    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                environment.get("CUSTARD_DB_HOST"),
                environment.get("CUSTARD_DB_PORT"),
                environment.get("CUSTARD_DB_NAME"));
    try (Connection connection =
            DriverManager.getConnection(
                url, environment.get("CUSTARD_DB_USER"), environment.get("CUSTARD_DB_PASSWORD"));
        var row = connection.createStatement().executeQuery("SELECT current_schema()")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("auth");
    }
  }

  @Test
  void serversAreStartedOnce() {
    String first = Infrastructure.environment("auth").get("kafka.bootstrap.servers");

    String second = Infrastructure.environment("query").get("kafka.bootstrap.servers");

    assertThat(second).isEqualTo(first);
  }
}
