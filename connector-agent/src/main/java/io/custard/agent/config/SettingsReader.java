package io.custard.agent.config;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.agent.AgentProtocol;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Reads settings from the environment and from flags; a flag ({@code --db-url}) wins over its
 * variable ({@code DB_URL}). The environment is read directly and not through the configuration,
 * which would expand a {@code $} in a password. No message repeats a key or a password.
 */
public final class SettingsReader {
  private static final String DEFAULT_ENGINE = "postgresql";
  private static final Set<String> SCHEMES = Set.of("ws", "wss", "http", "https");

  private final Given given;

  private SettingsReader(Given given) {
    this.given = given;
  }

  /** Reads and checks all settings. */
  public static AgentSettings read(Given given) throws InvalidSettings {
    return new SettingsReader(given).settings();
  }

  private AgentSettings settings() throws InvalidSettings {
    URI gateway = gateway();
    String path = gateway.getPath();
    String connection = path.substring(path.lastIndexOf('/') + 1);
    DatabaseUrl url =
        value(Setting.DB_URL).isEmpty() ? null : DatabaseUrl.of(value(Setting.DB_URL));
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
    String policy = value(Setting.POLICY);
    String ledger = value(Setting.LEDGER);
    Path own = Path.of(given.home(), ".custard-agent", connection, "ledger");
    return new AgentFiles(
        policy.isEmpty() ? Optional.empty() : Optional.of(Path.of(policy)),
        ledger.isEmpty() ? own : Path.of(ledger));
  }

  private URI gateway() throws InvalidSettings {
    String text = required(Setting.GATEWAY, "the address of Custard, such as ws://host:8080");
    try {
      URI address = new URI(text);
      if (address.getScheme() == null || address.getHost() == null) {
        throw new URISyntaxException("", "incomplete");
      }
      if (!SCHEMES.contains(address.getScheme())) {
        throw new InvalidSettings("CUSTARD_GATEWAY must begin with ws://, wss:// or http(s)://.");
      }
      String scheme = address.getScheme().replace("http", "ws");
      return new URI(scheme, null, address.getHost(), address.getPort(), path(address), null, null);
    } catch (URISyntaxException e) {
      throw new InvalidSettings(
          "CUSTARD_GATEWAY is not an address; write it as ws://host:port or copy it from Custard.");
    }
  }

  /** A whole upgrade path stays; anything shorter gets ours and the connection's id. */
  private String path(URI address) throws InvalidSettings {
    String path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
    int ours = path.indexOf(AgentProtocol.PATH);
    if (ours >= 0) {
      checkId(path.substring(ours + AgentProtocol.PATH.length()), "The id in CUSTARD_GATEWAY");
      return path;
    }
    String prefix = AgentProtocol.PATH.substring(0, AgentProtocol.PATH.length() - 1);
    String before =
        path.endsWith(prefix) ? path.substring(0, path.length() - prefix.length()) : path;
    String id =
        required(Setting.CONNECTION_ID, "the connection's id, or put it into CUSTARD_GATEWAY");
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
    String text = required(Setting.KEY, "the agent key that Custard showed for this connection");
    return AgentKey.parse(text)
        .orElseThrow(() ->
            new InvalidSettings(
                "CUSTARD_KEY does not have the form of an agent key; copy it whole, it begins"
                    + " with custard_."));
  }

  private DatabaseAddress address(DatabaseUrl url) throws InvalidSettings {
    return checked(
        url.engine(), url.address(value(Setting.DB_USER), given.exactly(Setting.DB_PASSWORD)));
  }

  private DatabaseEngine namedEngine() throws InvalidSettings {
    String name = value(Setting.DB_ENGINE);
    return DatabaseUrl.engine("DB_ENGINE", name.isEmpty() ? DEFAULT_ENGINE : name);
  }

  /** The address from a variable for each part. */
  private DatabaseAddress parts(DatabaseEngine engine) throws InvalidSettings {
    if (engine.defaultPort() == DatabaseEngine.NO_PORT) {
      return DatabaseAddress.file(required(Setting.DB_NAME, "the path of the database's file"));
    }
    return checked(
        engine,
        new DatabaseAddress(
            required(Setting.DB_HOST, "the database's host, or DB_URL"),
            DatabaseUrl.port(value(Setting.DB_PORT), engine),
            required(Setting.DB_NAME, "the database's name"),
            value(Setting.DB_USER),
            given.exactly(Setting.DB_PASSWORD),
            DatabaseAddress.TlsMode.PREFER));
  }

  private static DatabaseAddress checked(DatabaseEngine engine, DatabaseAddress address)
      throws InvalidSettings {
    if (engine.defaultPort() != DatabaseEngine.NO_PORT && address.user().isEmpty()) {
      throw new InvalidSettings("Set DB_USER (or the user in DB_URL): the role that may read.");
    }
    return address;
  }

  private String required(Setting setting, String what) throws InvalidSettings {
    String value = value(setting);
    if (value.isEmpty()) {
      throw new InvalidSettings("Set " + setting.variable() + ": " + what + ".");
    }
    return value;
  }

  private String value(Setting setting) {
    return given.value(setting);
  }
}
