package io.custard.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * One service's corner of the shared database: role {@code custard_<schema>} owns schema {@code
 * <schema>}, finds its tables there without naming it, and reaches nobody else's. Making it again
 * only sets the password.
 */
record ServiceSchema(String schema, String password) {
  ServiceSchema {
    if (!schema.matches("[a-z][a-z_]{0,40}")) {
      throw new IllegalArgumentException("not a schema name: " + schema);
    }
  }

  static String roleOf(String schema) {
    return "custard_" + schema;
  }

  void create(Connection superuser) throws SQLException {
    String role = roleOf(schema);
    String database = superuser.getCatalog();
    PGConnection postgres = superuser.unwrap(PGConnection.class);
    try (Statement statement = superuser.createStatement()) {
      if (!roleExists(superuser, role)) {
        statement.execute("CREATE ROLE " + role + " LOGIN NOINHERIT");
      }
      postgres.alterUserPassword(role, password.toCharArray(), "scram-sha-256");
      for (String command : commands(role, postgres.escapeIdentifier(database))) {
        statement.execute(command);
      }
    }
  }

  private List<String> commands(String role, String database) {
    return List.of(
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "GRANT CONNECT ON DATABASE " + database + " TO " + role,
        "CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + role,
        "REVOKE ALL ON SCHEMA " + schema + " FROM PUBLIC",
        "ALTER ROLE " + role + " IN DATABASE " + database + " SET search_path = " + schema);
  }

  private static boolean roleExists(Connection superuser, String role) throws SQLException {
    try (PreparedStatement query =
        superuser.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
      query.setString(1, role);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  @Override
  public String toString() {
    return "ServiceSchema[" + schema + "]";
  }
}
