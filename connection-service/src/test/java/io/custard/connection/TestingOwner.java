package io.custard.connection;

import static io.restassured.RestAssured.given;

import io.custard.testkit.TestingTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** The owner of an organisation nobody else has, as the API sees them. */
public record TestingOwner(UUID user, UUID organisation) {
  public static TestingOwner fresh() {
    return new TestingOwner(UUID.randomUUID(), UUID.randomUUID());
  }

  public RequestSpecification asks() {
    return given().auth().oauth2(TestingTokens.owner(user, organisation));
  }

  public Response creates(Map<String, ?> body) {
    return asks().contentType(ContentType.JSON).body(body).post("/api/v1/connections");
  }

  /** Creates a connection and returns its id. */
  public String hasConnection() {
    return creates(Map.of("name", "Shop")).then().statusCode(201).extract().path("id");
  }

  public Response sees(String connection, String what) {
    return asks().get("/api/v1/connections/" + connection + what);
  }
}
