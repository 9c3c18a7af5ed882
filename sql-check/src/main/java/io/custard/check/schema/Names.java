package io.custard.check.schema;

import io.custard.guard.Dialect;
import io.custard.guard.text.Token;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a dialect compares and spells names. PostgreSQL compares them as folded by its lexer; the
 * others are compared without regard to case, which no server is stricter than by default.
 */
public record Names(Dialect dialect) {
  private static final Pattern FOLDED = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** A name of the statement, as it is compared. */
  public String key(Token token) {
    return key(token.name());
  }

  /** A name of the schema, as it is compared. */
  public String key(String name) {
    return dialect == Dialect.POSTGRESQL ? name : name.toLowerCase(Locale.ROOT);
  }

  /** A name of the schema, as a statement must spell it. */
  public String written(String name) {
    Pattern bare = dialect == Dialect.POSTGRESQL ? FOLDED : PLAIN;
    if (bare.matcher(name).matches()) {
      return name;
    }
    return switch (dialect) {
      case MYSQL, CLICKHOUSE -> "`" + name.replace("`", "``") + "`";
      case SQLSERVER -> "[" + name.replace("]", "]]") + "]";
      case POSTGRESQL, SQLITE, DUCKDB, TRINO -> "\"" + name.replace("\"", "\"\"") + "\"";
    };
  }
}
