package io.custard.connection;

import static io.restassured.RestAssured.given;

import io.custard.testkit.ApiDocument;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class ApiDescriptionTest {
  @Test
  void theDescriptionIsTheOneThatIsCheckedIn() throws IOException {
    String given = given().get("/api/v1/openapi/connection-service.json").asString();

    ApiDocument.assertCheckedIn("connection-service", given);
  }
}
