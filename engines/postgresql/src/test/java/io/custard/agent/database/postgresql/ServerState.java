package io.custard.agent.database.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything of a server that a statement could have changed, part by part. */
record ServerState(Map<String, String> parts) {
  /** Whole catalogues; what changes by itself (statistics, frozen transaction ids) is left out. */
  private static final List<String> CATALOGUES =
      List.of(
          "SELECT oid, relname, relnamespace, reltype, reloftype, relowner, relam, relfilenode,"
              + " relkind, relpersistence, relhasrules, relhastriggers, relrowsecurity, relreplident,"
              + " relacl, reloptions FROM pg_class",
          "SELECT attrelid, attname, atttypid, attnum, attnotnull, attisdropped, attacl, attoptions"
              + " FROM pg_attribute",
          "SELECT * FROM pg_namespace",
          "SELECT * FROM pg_proc",
          "SELECT * FROM pg_type",
          "SELECT * FROM pg_operator",
          "SELECT * FROM pg_cast",
          "SELECT * FROM pg_constraint",
          "SELECT * FROM pg_index",
          "SELECT * FROM pg_trigger",
          "SELECT * FROM pg_event_trigger",
          "SELECT * FROM pg_rewrite",
          "SELECT * FROM pg_policy",
          "SELECT * FROM pg_collation",
          "SELECT * FROM pg_extension",
          "SELECT * FROM pg_language",
          "SELECT * FROM pg_description",
          "SELECT * FROM pg_shdescription",
          "SELECT * FROM pg_seclabel",
          "SELECT * FROM pg_default_acl",
          "SELECT * FROM pg_foreign_data_wrapper",
          "SELECT * FROM pg_foreign_server",
          "SELECT * FROM pg_user_mapping",
          "SELECT * FROM pg_publication",
          "SELECT * FROM pg_subscription",
          "SELECT * FROM pg_statistic_ext",
          "SELECT * FROM pg_authid",
          "SELECT * FROM pg_auth_members",
          "SELECT * FROM pg_db_role_setting",
          "SELECT * FROM pg_parameter_acl",
          "SELECT * FROM pg_tablespace",
          "SELECT oid, datname, datdba, datallowconn, datconnlimit, datacl FROM pg_database",
          "SELECT * FROM pg_sequences",
          "SELECT * FROM pg_largeobject_metadata",
          "SELECT * FROM pg_largeobject",
          "SELECT slot_name FROM pg_replication_slots",
          "SELECT roname FROM pg_replication_origin",
          "SELECT gid FROM pg_prepared_xacts",
          "SELECT objid, classid, mode FROM pg_locks WHERE locktype = 'advisory'");

  private static final String SETTINGS = "SELECT name, setting, source FROM pg_settings";

  /** Log of changes, statistics and what the server keeps for itself while it runs. */
  private static final Pattern RUNNING =
      Pattern.compile(
          "(pg_wal|pg_xact|pg_subtrans|pg_stat|pg_stat_tmp|pg_notify|pg_multixact|pg_commit_ts"
              + "|pg_logical|pg_serial)(/.*)?|.*_(fsm|vm)|.*pg_internal\\.init|postmaster\\..*");

  private static final Pattern CONFIGURATION = Pattern.compile(".*\\.conf|PG_VERSION");

  static ServerState of(LibraryServer library) throws SQLException, IOException {
    Map<String, String> parts = new TreeMap<>();
    try (Connection superuser = library.connect()) {
      for (String query : CATALOGUES) {
        parts.put(query, digest(superuser, query));
      }
      for (String table : tables(superuser)) {
        parts.put("rows of " + table, digest(superuser, "SELECT * FROM " + table));
      }
      parts.put("a superuser's settings", digest(superuser, SETTINGS));
    }
    try (Connection reader = library.connectAsReader()) {
      parts.put("the reader's settings", digest(reader, SETTINGS));
    }
    parts.putAll(files(library.data()));
    return new ServerState(parts);
  }

  private static List<String> tables(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT string_agg(oid::regclass::text, ',') FROM pg_class"
                    + " WHERE relkind IN ('r', 'm') AND relnamespace = 'public'::regnamespace")) {
      found.next();
      return List.of(found.getString(1).split(","));
    }
  }

  private static String digest(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT count(*) || ' ' || coalesce(md5(string_agg(q::text, E'\\n' ORDER BY"
                    + " q::text)), '') FROM ("
                    + query
                    + ") q")) {
      found.next();
      return found.getString(1);
    }
  }

  /** Names of all files, contents of the configuration. */
  private static Map<String, String> files(Path data) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(data)) {
      found
          .filter(Files::isRegularFile)
          .forEach(file -> {
            String name = data.relativize(file).toString();
            if (!RUNNING.matcher(name).matches()) {
              boolean read = CONFIGURATION.matcher(name).matches();
              files.put("file " + name, read ? digest(file) : "");
            }
          });
    } catch (UncheckedIOException gone) {
      return files(data); // a file of the server's own went while we looked
    }
    return files;
  }

  private static String digest(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
