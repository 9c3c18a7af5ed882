package io.custard.launcher.edge;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /health}: the readiness of all services in one answer, 200 only when all are ready. */
record HealthReport(HttpClient client, List<Upstream> services) {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final long TIMEOUT_MILLIS = 2000;

  void send(HttpServerResponse response) {
    Future.join(services.stream().map(this::isReady).toList())
        .onSuccess(answers -> send(response, answers.list()));
  }

  private void send(HttpServerResponse response, List<Boolean> ready) {
    JsonObject each = new JsonObject();
    for (int i = 0; i < services.size(); i++) {
      each.put(services.get(i).name(), ready.get(i) ? "up" : "down");
    }
    boolean all = !ready.contains(false);
    response
        .setStatusCode(all ? OK : UNAVAILABLE)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(new JsonObject().put("status", all ? "up" : "down").put("services", each).toBuffer());
  }

  private Future<Boolean> isReady(Upstream service) {
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost("127.0.0.1")
            .setPort(service.port())
            .setURI("/q/health/ready")
            .setTimeout(TIMEOUT_MILLIS);
    return client
        .request(request)
        .compose(sent -> sent.send().compose(HealthReport::status))
        .map(status -> status == OK)
        .otherwise(false);
  }

  private static Future<Integer> status(HttpClientResponse response) {
    return response.end().map(response.statusCode());
  }
}
