package io.custard.bench.guard;

import io.custard.guard.Dialect;
import java.util.regex.Pattern;
import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImpl;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/** A parser of another project, which parses and does not judge. */
sealed interface OtherParser {

  String name();

  /** Whether it parses the statement. */
  boolean reads(Labelled statement);

  /** Calcite's parser with the Babel grammar and the quoting of each dialect. */
  record Calcite() implements OtherParser {
    private static final Pattern TRAILING_SEMICOLONS = Pattern.compile("[;\\s]+$");
    private static final SqlParser.Config CONFIG =
        SqlParser.config()
            .withParserFactory(SqlBabelParserImpl.FACTORY)
            .withConformance(SqlConformanceEnum.BABEL);

    @Override
    public String name() {
      return "calcite-babel";
    }

    @Override
    public boolean reads(Labelled statement) {
      String sql = TRAILING_SEMICOLONS.matcher(statement.sql()).replaceFirst("");
      try {
        SqlParser.create(sql, config(statement.dialect())).parseStmt();
        return true;
      } catch (SqlParseException | RuntimeException e) {
        return false;
      }
    }

    private static SqlParser.Config config(Dialect dialect) {
      return switch (dialect) {
        case MYSQL -> CONFIG.withLex(Lex.MYSQL);
        case SQLSERVER -> CONFIG.withLex(Lex.SQL_SERVER);
        case CLICKHOUSE -> CONFIG.withLex(Lex.BIG_QUERY);
        case POSTGRESQL, SQLITE, DUCKDB, TRINO -> CONFIG;
      };
    }
  }

  /** Trino's parser; it reads one dialect. */
  record Trino(io.trino.sql.parser.SqlParser parser) implements OtherParser {

    Trino() {
      this(new io.trino.sql.parser.SqlParser());
    }

    @Override
    public String name() {
      return "trino-parser";
    }

    @Override
    public boolean reads(Labelled statement) {
      try {
        parser.createStatement(statement.sql());
        return true;
      } catch (RuntimeException e) {
        return false;
      }
    }
  }
}
