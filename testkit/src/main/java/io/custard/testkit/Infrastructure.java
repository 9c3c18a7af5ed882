package io.custard.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs a {@code @QuarkusTest} against PostgreSQL, Redis and Kafka with the environment every
 * service gets in production. The servers are started once in a JVM; what one test class wrote, the
 * next one finds.
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(
 *     value = Infrastructure.class,
 *     initArgs = @ResourceArg(name = "schema", value = "auth"))
 * }</pre>
 */
public final class Infrastructure implements QuarkusTestResourceLifecycleManager {
  private static final Map<String, String> QUIET =
      Map.of(
          "quarkus.http.test-port", "0",
          "quarkus.log.category.\"kafka\".level", "ERROR",
          "quarkus.log.category.\"org.apache.kafka\".level", "ERROR",
          "quarkus.log.category.\"state.change.logger\".level", "ERROR",
          "quarkus.log.category.\"io.zonky.test\".level", "ERROR");

  private String schema = "test";

  @Override
  public void init(Map<String, String> arguments) {
    schema = arguments.getOrDefault("schema", schema);
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> configuration = new HashMap<>(QUIET);
    configuration.putAll(SharedServers.environment(schema));
    return configuration;
  }

  /** The servers outlive the application; the JVM's end stops them. */
  @Override
  public void stop() {}

  /**
   * A database of its own on the shared server, as an agent's owner would have one.
   *
   * @return {@code postgresql://postgres:password@host:port/name} of the superuser
   */
  public static String database(String name) {
    return SharedServers.database(name);
  }

  /** Kafka goes away and comes back at its address; returns when it is back. */
  public static void restartKafka() {
    SharedServers.restartKafka();
  }

  /** The same environment for a test without Quarkus. */
  public static Map<String, String> environment(String schema) {
    return SharedServers.environment(schema);
  }
}
