package io.custard.launcher.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A database role that may log in and read schema {@code public} of one database, and nothing else.
 */
public final class ReadOnlyRole {
  private static final String ATTRIBUTES =
      " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

  private ReadOnlyRole() {}

  /**
   * Creates the role for the connected database, or brings an existing one into this state: right
   * attributes, this password, no memberships, read access to every table and view now in the
   * schema, nothing else in this database. Takes from everyone the rights to create temporary
   * tables, large objects and tables in the schema. The password leaves this process only as a
   * SCRAM verifier, so that no server log can show it.
   *
   * @param superuser of the server
   * @throws IllegalArgumentException when the role is the one connected
   */
  public static void create(Connection superuser, String role, String password)
      throws SQLException {
    boolean autoCommit = superuser.getAutoCommit();
    superuser.setAutoCommit(false);
    try {
      refuseOwn(superuser, role);
      establish(superuser, role, password);
      superuser.commit();
    } catch (SQLException | RuntimeException e) {
      superuser.rollback();
      throw e;
    } finally {
      superuser.setAutoCommit(autoCommit);
    }
  }

  private static void establish(Connection superuser, String role, String password)
      throws SQLException {
    PGConnection postgres = superuser.unwrap(PGConnection.class);
    String name = postgres.escapeIdentifier(role);
    String database = postgres.escapeIdentifier(superuser.getCatalog());
    String verb = exists(superuser, role) ? "ALTER ROLE " : "CREATE ROLE ";
    try (Statement statement = superuser.createStatement()) {
      statement.execute(verb + name + ATTRIBUTES);
      for (String group : groupsOf(superuser, role)) {
        statement.execute("REVOKE " + group + " FROM " + name);
      }
      postgres.alterUserPassword(role, password.toCharArray(), "scram-sha-256");
      statement.execute("ALTER ROLE " + name + " SET default_transaction_read_only = on");
      statement.execute("REVOKE TEMPORARY ON DATABASE " + database + " FROM PUBLIC");
      statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
      statement.execute(
          "REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea)"
              + " FROM PUBLIC");
      statement.execute("REVOKE ALL ON DATABASE " + database + " FROM " + name);
      statement.execute("REVOKE ALL ON SCHEMA public FROM " + name);
      statement.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM " + name);
      statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + name);
      statement.execute("GRANT USAGE ON SCHEMA public TO " + name);
      statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + name);
    }
  }

  private static void refuseOwn(Connection superuser, String role) throws SQLException {
    try (PreparedStatement query = superuser.prepareStatement("SELECT session_user = ?")) {
      query.setString(1, role);
      if (isTrue(query)) {
        throw new IllegalArgumentException("the connected role cannot make itself read-only");
      }
    }
  }

  private static boolean exists(Connection superuser, String role) throws SQLException {
    try (PreparedStatement query =
        superuser.prepareStatement("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)")) {
      query.setString(1, role);
      return isTrue(query);
    }
  }

  /** The roles this one is a member of, quoted as SQL wants them. */
  private static List<String> groupsOf(Connection superuser, String role) throws SQLException {
    List<String> groups = new ArrayList<>();
    try (PreparedStatement query =
        superuser.prepareStatement(
            "SELECT roleid::regrole::text FROM pg_auth_members JOIN pg_roles ON pg_roles.oid ="
                + " member WHERE rolname = ?")) {
      query.setString(1, role);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          groups.add(found.getString(1));
        }
      }
    }
    return groups;
  }

  private static boolean isTrue(PreparedStatement query) throws SQLException {
    try (ResultSet found = query.executeQuery()) {
      return found.next() && found.getBoolean(1);
    }
  }
}
