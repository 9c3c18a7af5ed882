package io.custard.agent.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentSettings;
import io.custard.agent.link.ExitCode;
import io.custard.agent.link.KeyTrial;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;

/** Whether there is a gateway, and whether it takes the key. */
final class GatewaySteps {
  private static final long REACH_MILLIS = 10_000;
  private static final long KEY_MILLIS = 20_000;
  private static final int CONNECT_MILLIS = 5_000;

  private final Vertx vertx;
  private final ObjectMapper json;
  private final AgentSettings settings;
  private final boolean encrypted;

  private GatewaySteps(Vertx vertx, ObjectMapper json, AgentSettings settings) {
    this.vertx = vertx;
    this.json = json;
    this.settings = settings;
    this.encrypted = "wss".equals(settings.gateway().getScheme());
  }

  static List<Step> of(Vertx vertx, ObjectMapper json, AgentSettings settings) {
    GatewaySteps made = new GatewaySteps(vertx, json, settings);
    return List.of(
        new Step("gateway", "settings", REACH_MILLIS, made::reach, made::unreached),
        new Step("key", "gateway", KEY_MILLIS, made::key, made::unreached));
  }

  /** Any answer to a plain request will do; it carries no key, so it is no refused attempt. */
  private Future<Finding> reach() {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setSsl(encrypted).setConnectTimeout(CONNECT_MILLIS));
    URI gateway = settings.gateway();
    return client
        .request(HttpMethod.GET, port(gateway), gateway.getHost(), "/")
        .compose(request -> request.send())
        .map(response ->
            Finding.ok(
                "%s answers over %s."
                    .formatted(gateway.getAuthority(), encrypted ? "TLS" : "plain TCP")))
        .eventually(() -> client.close());
  }

  private int port(URI gateway) {
    int usual = encrypted ? 443 : 80;
    return gateway.getPort() < 0 ? usual : gateway.getPort();
  }

  private Finding unreached(Throwable failure) {
    String at = settings.gateway().getAuthority();
    return switch (failure) {
      case UnknownHostException unknown ->
          away(at + ": this host is not known.", "Check the name in CUSTARD_GATEWAY, and DNS.");
      case SSLException tls ->
          away(
              at + ": no TLS, or a certificate that this machine does not trust.",
              "Check wss:// against ws://, and that the certificate's issuer is known here.");
      case ConnectException refused ->
          away(
              at + ": nothing answers there.",
              "Check host and port in CUSTARD_GATEWAY, and that a firewall lets the agent out.");
      default ->
          away(
              at + ": no answer in time.",
              "Check that a firewall or proxy lets the agent out to this host and port.");
    };
  }

  private Future<Finding> key() {
    return KeyTrial.of(vertx, json, settings).map(GatewaySteps::judged);
  }

  private static Finding judged(KeyTrial.Result result) {
    return switch (result) {
      case KeyTrial.Result.Taken taken -> Finding.ok("The gateway takes the key.");
      case KeyTrial.Result.Refused(ExitCode code, String sentence) ->
          Finding.failed(
              code,
              sentence,
              "Copy key and address from the connection's page, or make a new key.");
      case KeyTrial.Result.Unclear(String sentence) ->
          away(
              "Not decided: " + sentence,
              "An agent would try again; run the check again in a minute.");
    };
  }

  private static Finding away(String sentence, String advice) {
    return Finding.failed(ExitCode.GATEWAY_AWAY, sentence, advice);
  }
}
