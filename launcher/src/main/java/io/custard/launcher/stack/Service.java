package io.custard.launcher.stack;

/** The services behind the edge, in the order they are started. */
enum Service {
  AUTH("auth-service", "auth", 8081, "224m"),
  CONNECTION("connection-service", "connection", 8082, "112m"),
  QUERY("query-orchestrator", "query", 8083, "192m"),
  GATEWAY("agent-gateway", "gateway", 8084, "112m");

  private final String module;
  private final String schema;
  private final int preferredPort;
  private final String heap;

  Service(String module, String schema, int preferredPort, String heap) {
    this.module = module;
    this.schema = schema;
    this.preferredPort = preferredPort;
    this.heap = heap;
  }

  /** Also the name of its process and of its log. */
  String module() {
    return module;
  }

  /** Of its own in the services' database. */
  String schema() {
    return schema;
  }

  int preferredPort() {
    return preferredPort;
  }

  String heap() {
    return heap;
  }
}
