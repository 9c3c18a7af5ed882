package io.custard.agent.config;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.agent.AgentProtocol;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads settings from the environment and from flags; a flag ({@code --db-url}) wins over its
 * variable ({@code DB_URL}). The environment is read directly and not through the configuration,
 * which would expand a {@code $} in a password. No message repeats a key or a password.
 */
public final class SettingsReader {
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("--gateway", "CUSTARD_GATEWAY"),
          Map.entry("--connection-id", "CONNECTION_ID"),
          Map.entry("--key", "CUSTARD_KEY"),
          Map.entry("--db-url", "DB_URL"),
          Map.entry("--db-engine", "DB_ENGINE"),
          Map.entry("--db-host", "DB_HOST"),
          Map.entry("--db-port", "DB_PORT"),
          Map.entry("--db-name", "DB_NAME"),
          Map.entry("--db-user", "DB_USER"),
          Map.entry("--db-password", "DB_PASSWORD"),
          Map.entry("--policy", "CUSTARD_POLICY"),
          Map.entry("--ledger", "CUSTARD_LEDGER"));
  private static final String DEFAULT_ENGINE = "postgresql";
  private static final Set<String> SCHEMES = Set.of("ws", "wss", "http", "https");

  private final Map<String, String> values;

  private SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  /** Reads and checks all settings. The first argument may be the word {@code run}. */
  public static AgentSettings read(Map<String, String> environment, List<String> arguments)
      throws InvalidSettings {
    Map<String, String> values = new HashMap<>(environment);
    values.putAll(flags(arguments));
    return new SettingsReader(values).settings();
  }

  private static Map<String, String> flags(List<String> arguments) throws InvalidSettings {
    Map<String, String> given = new HashMap<>();
    int at = !arguments.isEmpty() && arguments.getFirst().equals("run") ? 1 : 0;
    while (at < arguments.size()) {
      String argument = arguments.get(at++);
      int equals = argument.indexOf('=');
      String variable = FLAGS.get(equals < 0 ? argument : argument.substring(0, equals));
      if (variable == null) {
        throw new InvalidSettings(
            "Argument %d is not known; use run and the flags %s."
                .formatted(at, String.join(", ", FLAGS.keySet().stream().sorted().toList())));
      }
      if (equals < 0 && at == arguments.size()) {
        throw new InvalidSettings("A value must follow " + argument + ".");
      }
      given.put(variable, equals < 0 ? arguments.get(at++) : argument.substring(equals + 1));
    }
    return given;
  }

  private AgentSettings settings() throws InvalidSettings {
    URI gateway = gateway();
    String path = gateway.getPath();
    String connection = path.substring(path.lastIndexOf('/') + 1);
    DatabaseUrl url = value("DB_URL").isEmpty() ? null : DatabaseUrl.of(value("DB_URL"));
    DatabaseEngine engine = url == null ? namedEngine() : url.engine();
    return new AgentSettings(
        gateway,
        connection,
        key(),
        engine,
        url == null ? parts(engine) : address(url),
        files(connection));
  }

  private AgentFiles files(String connection) {
    String policy = value("CUSTARD_POLICY");
    String ledger = value("CUSTARD_LEDGER");
    Path own = Path.of(values.getOrDefault("HOME", "."), ".custard-agent", connection, "ledger");
    return new AgentFiles(
        policy.isEmpty() ? Optional.empty() : Optional.of(Path.of(policy)),
        ledger.isEmpty() ? own : Path.of(ledger));
  }

  private URI gateway() throws InvalidSettings {
    String text = required("CUSTARD_GATEWAY", "the address of Custard, such as ws://host:8080");
    try {
      URI given = new URI(text);
      if (given.getScheme() == null || given.getHost() == null) {
        throw new URISyntaxException("", "incomplete");
      }
      if (!SCHEMES.contains(given.getScheme())) {
        throw new InvalidSettings("CUSTARD_GATEWAY must begin with ws://, wss:// or http(s)://.");
      }
      String scheme = given.getScheme().replace("http", "ws");
      return new URI(scheme, null, given.getHost(), given.getPort(), path(given), null, null);
    } catch (URISyntaxException e) {
      throw new InvalidSettings(
          "CUSTARD_GATEWAY is not an address; write it as ws://host:port or copy it from Custard.");
    }
  }

  /** A whole upgrade path stays; anything shorter gets ours and the connection's id. */
  private String path(URI given) throws InvalidSettings {
    String path = given.getPath() == null ? "" : given.getPath().replaceAll("/+$", "");
    int ours = path.indexOf(AgentProtocol.PATH);
    if (ours >= 0) {
      checkId(path.substring(ours + AgentProtocol.PATH.length()), "The id in CUSTARD_GATEWAY");
      return path;
    }
    String prefix = AgentProtocol.PATH.substring(0, AgentProtocol.PATH.length() - 1);
    String before =
        path.endsWith(prefix) ? path.substring(0, path.length() - prefix.length()) : path;
    String id = required("CONNECTION_ID", "the connection's id, or put it into CUSTARD_GATEWAY");
    checkId(id, "CONNECTION_ID");
    return before + AgentProtocol.PATH + id;
  }

  private static void checkId(String id, String what) throws InvalidSettings {
    try {
      ConnectionId.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettings(what + " is not a connection's id; copy it from Custard.");
    }
  }

  private AgentKey key() throws InvalidSettings {
    String text = required("CUSTARD_KEY", "the agent key that Custard showed for this connection");
    return AgentKey.parse(text)
        .orElseThrow(() ->
            new InvalidSettings(
                "CUSTARD_KEY does not have the form of an agent key; copy it whole, it begins"
                    + " with custard_."));
  }

  private DatabaseAddress address(DatabaseUrl url) throws InvalidSettings {
    return checked(
        url.engine(), url.address(value("DB_USER"), values.getOrDefault("DB_PASSWORD", "")));
  }

  private DatabaseEngine namedEngine() throws InvalidSettings {
    String name = value("DB_ENGINE");
    return DatabaseUrl.engine("DB_ENGINE", name.isEmpty() ? DEFAULT_ENGINE : name);
  }

  /** The address from a variable for each part. */
  private DatabaseAddress parts(DatabaseEngine engine) throws InvalidSettings {
    if (engine.defaultPort() == DatabaseEngine.NO_PORT) {
      return DatabaseAddress.file(required("DB_NAME", "the path of the database's file"));
    }
    return checked(
        engine,
        new DatabaseAddress(
            required("DB_HOST", "the database's host, or DB_URL"),
            DatabaseUrl.port(value("DB_PORT"), engine),
            required("DB_NAME", "the database's name"),
            value("DB_USER"),
            values.getOrDefault("DB_PASSWORD", ""),
            DatabaseAddress.TlsMode.PREFER));
  }

  private static DatabaseAddress checked(DatabaseEngine engine, DatabaseAddress address)
      throws InvalidSettings {
    if (engine.defaultPort() != DatabaseEngine.NO_PORT && address.user().isEmpty()) {
      throw new InvalidSettings("Set DB_USER (or the user in DB_URL): the role that may read.");
    }
    return address;
  }

  private String required(String name, String what) throws InvalidSettings {
    String value = value(name);
    if (value.isEmpty()) {
      throw new InvalidSettings("Set " + name + ": " + what + ".");
    }
    return value;
  }

  private String value(String name) {
    return values.getOrDefault(name, "").strip();
  }
}
