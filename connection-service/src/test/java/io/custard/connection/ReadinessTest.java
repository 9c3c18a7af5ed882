package io.custard.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class ReadinessTest {
  @Test
  void readinessHangsOnNothingThatWeCanServeWithout() {
    String ready = given().get("/q/health/ready").then().statusCode(200).extract().asString();

    assertThat(ready).doesNotContain("\"links\"", "\"schemas\"", "replica inbox", "Redis");
    assertThat(ready).containsIgnoringCase("reactive postgresql");
  }
}
