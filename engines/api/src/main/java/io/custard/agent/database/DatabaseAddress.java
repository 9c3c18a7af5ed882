package io.custard.agent.database;

import java.util.Objects;

/**
 * Where the customer's database is and who logs in.
 *
 * @param password empty where the server asks for none
 */
public record DatabaseAddress(
    String host, int port, String name, String user, String password, TlsMode tls) {
  public DatabaseAddress {
    Objects.requireNonNull(host);
    Objects.requireNonNull(name);
    Objects.requireNonNull(user);
    Objects.requireNonNull(password);
    Objects.requireNonNull(tls);
  }

  /** A file of this machine. */
  public static DatabaseAddress file(String path) {
    return new DatabaseAddress("", DatabaseEngine.NO_PORT, path, "", "", TlsMode.DISABLE);
  }

  /** Whether the connection is encrypted, in libpq's words. */
  public enum TlsMode {
    DISABLE,
    PREFER,
    REQUIRE
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return host.isEmpty() ? name : user + "@" + host + ":" + port + "/" + name;
  }
}
