package io.custard.translate.render;

import io.custard.translate.SqlDialect;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes identifiers and literals so that no name or value can end its quoting. */
public final class Names {
  private static final Pattern POSTGRES_PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern SQLITE_PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> RESERVED =
      Set.of(
          ("abort action add after all alter analyse analyze and any array as asc asymmetric attach"
                  + " authorization begin between binary bit both by cascade case cast char"
                  + " character check coalesce collate collation column commit concurrently"
                  + " conflict constraint create cross current current_catalog current_date"
                  + " current_role current_schema current_time current_timestamp current_user"
                  + " database date dec decimal default deferrable deferred delete desc detach"
                  + " distinct do drop each else end escape except exclusive exists explain extract"
                  + " fail false fetch filter first float following for foreign freeze from full"
                  + " glob grant greatest group grouping having if ignore ilike immediate in index"
                  + " indexed initially inner insert instead int integer intersect interval into is"
                  + " isnull join key last lateral leading least left like limit localtime"
                  + " localtimestamp match materialized national natural nchar no none not nothing"
                  + " notnull null nullif nulls numeric of offset on only or order out outer over"
                  + " overlaps overlay partition placing plan position pragma preceding precision"
                  + " primary procedure query raise range real recursive references regexp reindex"
                  + " release rename replace restrict returning right rollback row rows savepoint"
                  + " select session_user set setof show similar smallint some substring symmetric"
                  + " table tablesample temp temporary then ties time timestamp to trailing"
                  + " transaction treat trigger trim true type union unique unbounded update user"
                  + " using vacuum value values varchar variadic verbose view virtual when where"
                  + " window with within without xmlattributes")
              .split(" ", -1));

  private final SqlDialect dialect;

  /** Names as this dialect writes them. */
  public Names(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /** An identifier, quoted only where it needs to be. */
  public String quoted(String name) {
    Pattern plain =
        switch (dialect) {
          case POSTGRESQL -> POSTGRES_PLAIN;
          case SQLITE -> SQLITE_PLAIN;
        };
    if (plain.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    return '"' + name.replace("\0", "").replace("\"", "\"\"") + '"';
  }

  /** A table, with its schema where that is not the one searched first. */
  public String table(String schema, String name) {
    boolean searched = schema.isEmpty() || schema.equals("public") || schema.equals("main");
    return searched ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  /** A string literal. */
  public static String literal(String text) {
    return "'" + text.replace("\0", "").replace("'", "''") + "'";
  }
}
