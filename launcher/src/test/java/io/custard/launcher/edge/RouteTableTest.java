package io.custard.launcher.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
  private final RouteTable routes =
      RouteTable.to(
          List.of(
              Upstream.only("auth-service", 1),
              Upstream.only("connection-service", 2),
              Upstream.only("query-orchestrator", 3),
              new Upstream("agent-gateway", "agent-gateway", 4),
              new Upstream("agent-gateway", "agent-gateway-2", 5)));

  @ParameterizedTest
  @CsvSource({
    "/api/v1/connections/ws/0190-1, agent-gateway",
    "/api/v1/connections, connection-service",
    "/api/v1/connections/, connection-service",
    "/api/v1/connections/0190-1/status, connection-service",
    "/api/v1/connections/ws, connection-service",
    "/api/v1/audit, connection-service",
    "/api/v1/auth/login, auth-service",
    "/api/v1/organisations/1, auth-service",
    "/.well-known/jwks.json, auth-service",
    "/api/v1/query, query-orchestrator",
    "/api/v1/system/status, query-orchestrator",
    "/mcp, query-orchestrator"
  })
  void longestPrefixWins(String path, String service) {
    assertThat(routes.find(path)).map(Replicas::service).contains(service);
  }

  @Test
  void gatewaysTakeTurns() {
    Replicas gateways = routes.find("/api/v1/connections/ws/1").orElseThrow();

    assertThat(gateways.inTurn()).extracting(Upstream::port).containsExactly(4, 5);
    assertThat(gateways.inTurn()).extracting(Upstream::port).containsExactly(5, 4);
    assertThat(gateways.inTurn()).extracting(Upstream::port).containsExactly(4, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/api/v1/auth",
        "/api/v1/connectionsX",
        "/api/v1/querying",
        "/.well-known/jwks.json.bak",
        "/q/health/ready",
        "/API/v1/query"
      })
  void everythingElseIsTheEdges(String path) {
    assertThat(routes.find(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/query/../../../q/metrics",
        "/api/v1/query/%2e%2e/%2E%2E/q",
        "/api/v1/query/..%2f..%2fq",
        "/api/v1/query/..;/q",
        "//q/health",
        "/api/v1/query/.",
        "/api\\..\\q",
        "api"
      })
  void pathsThatCouldMeanAnotherAreRefused(String path) {
    assertThat(PathCheck.isPlain(path)).isFalse();
  }

  @Test
  void dotsInsideNamesArePlain() {
    assertThat(PathCheck.isPlain("/.well-known/jwks.json")).isTrue();
    assertThat(PathCheck.isPlain("/a..b/c...")).isTrue();
  }
}
