package io.custard.agent.database.postgresql;

import io.custard.testkit.guard.Fingerprint;
import io.custard.testkit.guard.ServerFiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** Everything of a server that a statement could have changed. */
final class ServerState {
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

  private ServerState() {}

  static Fingerprint of(LibraryServer library, List<String> statements) throws SQLException {
    Fingerprint state = new Fingerprint();
    try (Connection superuser = library.connect()) {
      for (String query : CATALOGUES) {
        state.with(query, superuser, query);
      }
      for (String table : tables(superuser)) {
        state.with("rows of " + table, superuser, "SELECT * FROM " + table);
      }
      state.with("a superuser's settings", superuser, SETTINGS);
    }
    try (Connection reader = library.connectAsReader()) {
      state.with("the reader's settings", reader, SETTINGS);
    }
    return state
        .with("files named", ServerFiles.named(statements))
        .with("files", ServerFiles.below(library.data(), RUNNING.asMatchPredicate()))
        .with(
            "configuration",
            ServerFiles.contents(library.data(), CONFIGURATION.asMatchPredicate().negate()));
  }

  private static List<String> tables(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT string_agg(oid::regclass::text, ',') FROM pg_class"
                    + " WHERE relkind IN ('r', 'm') AND relnamespace = 'public'::regnamespace")) {
      found.next();
      return List.of(found.getString(1).split(",", -1));
    }
  }
}
