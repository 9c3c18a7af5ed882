package io.custard.agent.database.mysql;

import io.custard.agent.database.Checkup;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at what the account may do beyond reading its tables (guard.md 2.2): what a read-only
 * session leaves open, files, other sessions, named locks of others, only a clean account closes.
 */
final class RoleCheck {
  private static final Set<String> READING =
      Set.of("USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES");
  private static final Set<String> WRITING =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "CREATE",
          "DROP",
          "ALTER",
          "INDEX",
          "CREATE VIEW",
          "CREATE ROUTINE",
          "ALTER ROUTINE",
          "CREATE TEMPORARY TABLES",
          "EVENT",
          "TRIGGER",
          "REFERENCES",
          "DELETE HISTORY");

  private final List<String> findings = new ArrayList<>();
  private final Set<String> written = new LinkedHashSet<>();
  private final Set<String> others = new LinkedHashSet<>();

  private RoleCheck() {}

  /**
   * @param schema what a right role would be granted
   */
  static Future<Checkup> run(MySqlSession session, String schema) {
    return grants(session).map(lines -> checkup(session.flavor().title(), lines, schema));
  }

  /** MySQL shows what active roles give only when they are named. */
  private static Future<List<String>> grants(MySqlSession session) {
    Future<List<String>> own = session.rows("SHOW GRANTS").map(RoleCheck::texts);
    if (session.flavor().isMariaDb()) {
      return own;
    }
    return own.compose(lines ->
        session
            .rows("SELECT CURRENT_ROLE() AS roles")
            .map(rows -> rows.getFirst().getString("roles"))
            .compose(roles ->
                roles.equals("NONE")
                    ? Future.succeededFuture(lines)
                    : session
                        .rows("SHOW GRANTS FOR CURRENT_USER() USING " + roles)
                        .map(RoleCheck::texts))
            .otherwise(lines));
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(row -> row.getString(0)).toList();
  }

  /** From the lines of {@code SHOW GRANTS}; they hold hashes of passwords and go nowhere else. */
  static Checkup checkup(String version, List<String> lines, String schema) {
    List<Grant> grants = lines.stream().flatMap(line -> Grant.read(line).stream()).toList();
    List<String> findings = new RoleCheck().findings(grants);
    return findings.isEmpty()
        ? Checkup.clean(version)
        : new Checkup(version, findings, repair(grants, schema));
  }

  private List<String> findings(List<Grant> grants) {
    grants.forEach(this::look);
    if (!written.isEmpty()) {
      findings.add("The role can write to %s.".formatted(list(written)));
    }
    if (!others.isEmpty()) {
      findings.add("The role holds more than SELECT: %s.".formatted(list(others)));
    }
    return findings;
  }

  private void look(Grant grant) {
    String where = grant.object() + (grant.isPublic() ? " (as everybody can)" : "");
    if (grant.has("ALL PRIVILEGES")) {
      findings.add(
          grant.isGlobal()
              ? "The role has all privileges on the whole server."
              : "The role has all privileges on %s.".formatted(where));
    }
    if (grant.mayPassOn()) {
      findings.add("The role can pass its rights on %s on (GRANT OPTION).".formatted(where));
    }
    if (grant.has("SELECT") && grant.reachesAccounts()) {
      findings.add("The role can read the accounts and the hashes of their passwords.");
    }
    grant.privileges().forEach(privilege -> note(privilege, where));
  }

  private void note(String privilege, String where) {
    switch (privilege) {
      case "ALL PRIVILEGES" -> {}
      case "SUPER" -> findings.add("The role can administer the server (SUPER).");
      case "FILE" -> findings.add("The role can read and write files of the server (FILE).");
      case "PROCESS" -> findings.add("The role can see what other sessions run (PROCESS).");
      case "PROXY" -> findings.add("The role can act as other accounts (PROXY).");
      case "CREATE USER" -> findings.add("The role can create accounts (CREATE USER).");
      case "EXECUTE" -> findings.add("The role can run stored routines on %s.".formatted(where));
      default -> {
        if (WRITING.contains(privilege)) {
          written.add(where);
        } else if (!READING.contains(privilege)) {
          others.add(privilege + (where.equals("*.*") ? "" : " on " + where));
        }
      }
    }
  }

  private static String list(Set<String> items) {
    return items.stream().limit(5).collect(Collectors.joining(", "))
        + (items.size() > 5 ? " and %d more".formatted(items.size() - 5) : "");
  }

  private static String repair(List<Grant> grants, String schema) {
    StringBuilder statements =
        new StringBuilder(
            """
            CREATE USER 'custard_reader'@'%%' IDENTIFIED BY %s;
            GRANT SELECT, SHOW VIEW ON %s.* TO 'custard_reader'@'%%';
            """
                .formatted(Checkup.PASSWORD, pattern(schema)));
    grants.stream()
        .filter(Grant::isPublic)
        .filter(grant -> !READING.containsAll(grant.privileges()))
        .forEach(grant ->
            statements.append(
                "REVOKE ALL PRIVILEGES ON %s FROM PUBLIC;\n".formatted(grant.object())));
    return statements.toString();
  }

  /** In a grant the name of a schema is a pattern. */
  private static String pattern(String schema) {
    String escaped = schema.replaceAll("[\\\\_%]", "\\\\$0");
    return "`" + escaped.replace("`", "``") + "`";
  }
}
