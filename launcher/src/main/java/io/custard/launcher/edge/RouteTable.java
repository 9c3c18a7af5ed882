package io.custard.launcher.edge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which service answers which path: the longest prefix wins. A prefix that ends in a slash takes
 * what lies below it; any other takes the path itself and what lies below.
 */
public final class RouteTable {
  private static final Map<String, List<String>> PREFIXES =
      Map.of(
          "agent-gateway", List.of("/api/v1/connections/ws/"),
          "auth-service",
              List.of(
                  "/api/v1/auth/",
                  "/api/v1/organisations",
                  "/.well-known/jwks.json",
                  "/api/v1/openapi/auth-service.json"),
          "connection-service",
              List.of(
                  "/api/v1/connections",
                  "/api/v1/audit",
                  "/api/v1/openapi/connection-service.json"),
          "query-orchestrator",
              List.of(
                  "/api/v1/query",
                  "/api/v1/workflows",
                  "/api/v1/threads",
                  "/api/v1/models",
                  "/api/v1/tools",
                  "/api/v1/feedback",
                  "/api/v1/history",
                  "/api/v1/system",
                  "/api/v1/openapi/query-orchestrator.json",
                  "/mcp"));

  private final List<Route> routes;

  private RouteTable(List<Route> routes) {
    this.routes = routes;
  }

  private record Route(String prefix, Replicas replicas) {
    boolean takes(String path) {
      return path.startsWith(prefix)
          && (prefix.endsWith("/")
              || path.length() == prefix.length()
              || path.charAt(prefix.length()) == '/');
    }
  }

  /** The routes of the architecture to these processes. */
  public static RouteTable to(List<Upstream> processes) {
    return new RouteTable(
        processes.stream().collect(Collectors.groupingBy(Upstream::service)).values().stream()
            .map(Replicas::new)
            .flatMap(RouteTable::routes)
            .sorted(Comparator.comparingInt((Route route) -> route.prefix().length()).reversed())
            .toList());
  }

  private static Stream<Route> routes(Replicas replicas) {
    return PREFIXES.getOrDefault(replicas.service(), List.of()).stream()
        .map(prefix -> new Route(prefix, replicas));
  }

  /** Who answers a path without its query; empty when the edge itself is asked. */
  Optional<Replicas> find(String path) {
    return routes.stream().filter(route -> route.takes(path)).findFirst().map(Route::replicas);
  }
}
