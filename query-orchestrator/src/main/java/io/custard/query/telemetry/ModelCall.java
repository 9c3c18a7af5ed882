package io.custard.query.telemetry;

import java.net.URI;

/**
 * One call of a model, without what is said.
 *
 * @param name of the configuration; metrics name models by it
 * @param id what its endpoint calls it
 * @param maxTokens of the answer
 */
public record ModelCall(String name, String id, URI endpoint, int maxTokens, double temperature) {

  /**
   * How it ended.
   *
   * @param finishReason such as {@code stop}; empty where nobody knows
   * @param inputTokens 0 where the endpoint does not count; likewise the output's
   * @param error the kind of failure; empty: none
   */
  public record Outcome(String finishReason, long inputTokens, long outputTokens, String error) {
    /** Nobody waited for the answer. */
    static final Outcome CANCELLED = new Outcome("", 0, 0, "cancelled");
  }

  /** By its endpoint, as the conventions spell it; {@code openai} for whatever speaks like it. */
  String provider() {
    String host = endpoint.getHost() == null ? "" : endpoint.getHost();
    if (host.endsWith("deepseek.com")) {
      return "deepseek";
    }
    return host.endsWith("googleapis.com") ? "gcp.gemini" : "openai";
  }

  int port() {
    if (endpoint.getPort() >= 0) {
      return endpoint.getPort();
    }
    return "https".equals(endpoint.getScheme()) ? 443 : 80;
  }
}
