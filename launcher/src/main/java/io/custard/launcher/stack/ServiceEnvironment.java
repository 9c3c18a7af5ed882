package io.custard.launcher.stack;

import io.custard.embedded.PostgresServer;
import io.custard.embedded.SigningKey;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.Passwords;
import io.custard.launcher.home.PrivateFiles;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment each service is started with; the same names as in every other installation. */
record ServiceEnvironment(
    Home home, Passwords passwords, Servers servers, Map<Instance, Integer> ports, URI publicUrl) {

  Map<String, String> of(Instance instance) {
    Service service = instance.service();
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.get(instance)));
    environment.putAll(database(service));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers());
    environment.put("QUARKUS_REDIS_HOSTS", servers.redis().url());
    environment.put("CUSTARD_PUBLIC_URL", publicUrl.toString());
    if (service == Service.AUTH) {
      environment.putAll(ofAuth());
      return environment;
    }
    if (service == Service.QUERY) {
      environment.putAll(ofQuery());
    }
    environment.put(
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
        "http://127.0.0.1:" + ports.get(Instance.first(Service.AUTH)) + "/.well-known/jwks.json");
    return environment;
  }

  /** Everybody here comes from one address, this machine's, so that one may do more than usual. */
  private Map<String, String> ofAuth() {
    return Map.of(
        "CUSTARD_AUTH_SIGNING_KEY_FILE", signingKey().toString(),
        "CUSTARD_AUTH_ADDRESS_SCALE", "100",
        "CUSTARD_SMTP_HOST", "127.0.0.1",
        "CUSTARD_SMTP_PORT", String.valueOf(servers.smtp().port()),
        "CUSTARD_SMTP_STARTTLS", "DISABLED");
  }

  /** Keys of models are sealed with it; whoever names another as the current one keeps that. */
  private Map<String, String> ofQuery() {
    String current = System.getenv("CUSTARD_QUERY_SECRETS_CURRENT");
    return Map.of(
        "CUSTARD_QUERY_SECRETS_KEYS_LAUNCHER",
        passwords.key("query-secrets"),
        "CUSTARD_QUERY_SECRETS_CURRENT",
        current == null ? "launcher" : current);
  }

  private Map<String, String> database(Service service) {
    return Map.of(
        "CUSTARD_DB_HOST",
        "127.0.0.1",
        "CUSTARD_DB_PORT",
        String.valueOf(servers.postgres().port()),
        "CUSTARD_DB_NAME",
        PostgresServer.SERVICES_DATABASE,
        "CUSTARD_DB_USER",
        "custard_" + service.schema(),
        "CUSTARD_DB_PASSWORD",
        passwords.of("db-" + service.schema()));
  }

  /** Made once: tokens signed with it stay valid over a restart. */
  private Path signingKey() {
    Path file = home.secret("signing-key.json");
    if (!Files.exists(file)) {
      PrivateFiles.write(file, SigningKey.generate().privateJwk());
    }
    return file;
  }
}
