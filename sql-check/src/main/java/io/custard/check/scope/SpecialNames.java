package io.custard.check.scope;

import io.custard.guard.Dialect;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Names that mean something although no relation has a column of the name. */
public final class SpecialNames {
  // Columns every table has without listing them, in one dialect or another.
  private static final Set<String> HIDDEN =
      words("ctid oid xmin xmax cmin cmax tableoid rowid _rowid_ _rowid filename");
  private static final Set<String> VALUES =
      words(
          "current_date current_time current_timestamp localtime localtimestamp current_user"
              + " session_user system_user user current_role current_catalog current_schema"
              + " sysdate systimestamp utc_date utc_time utc_timestamp true false null default"
              + " unknown today now");
  private static final Set<String> UNITS =
      words(
          "year yy yyyy quarter qq q month mm m dayofyear dy y day dd d week wk ww isoweek weekday"
              + " dw hour hh minute mi n second ss s millisecond ms microsecond mcs us nanosecond ns"
              + " epoch dow doy decade century millennium isoyear isodow");

  private final Dialect dialect;
  private final Statement tokens;
  private final boolean ownNames;

  public SpecialNames(Dialect dialect, Statement tokens) {
    this.dialect = dialect;
    this.tokens = tokens;
    this.ownNames = hasFields() && hasOwnNames();
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" ", -1));
  }

  // Functions written in place, and lists made of others, have names of their own.
  private boolean hasOwnNames() {
    return IntStream.range(0, tokens.size())
        .mapToObj(tokens::at)
        .anyMatch(token ->
            token.isMark("->")
                || token.isWord("lambda")
                || token.isWord("for")
                || token.isWord("columns"));
  }

  /** Whether what stands before a dot may be a column whose value has fields. */
  public boolean hasFields() {
    return switch (dialect) {
      case POSTGRESQL, MYSQL, SQLITE -> false;
      case DUCKDB, CLICKHOUSE, SQLSERVER, TRINO -> true;
    };
  }

  public boolean isHidden(String column) {
    return HIDDEN.contains(column.toLowerCase(Locale.ROOT));
  }

  /** Whether the name at a token, which stands alone, may mean something else than a column. */
  public boolean mayBe(int at) {
    Token token = tokens.at(at);
    String word = token.name().toLowerCase(Locale.ROOT);
    if (isHidden(word) || ownNames || dialect == Dialect.CLICKHOUSE) {
      // ClickHouse names results within expressions.
      return true;
    }
    if (token.kind() == TokenKind.STRING) {
      return true;
    }
    if (token.kind() == TokenKind.QUOTED_NAME) {
      // SQLite takes a text in double quotes that names no column for a literal.
      return dialect == Dialect.SQLITE && token.text().startsWith("\"");
    }
    return VALUES.contains(word) || (hasFields() && UNITS.contains(word));
  }
}
