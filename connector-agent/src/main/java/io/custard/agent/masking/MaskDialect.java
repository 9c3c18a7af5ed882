package io.custard.agent.masking;

import io.custard.agent.policy.Mask;
import io.custard.guard.Dialect;
import java.util.Optional;
import java.util.Set;

/**
 * How one database writes masks. Hashes are the same text in each: SHA-256 over the key and the
 * value as text, in lower-case hexadecimal.
 */
enum MaskDialect {
  POSTGRESQL('"', "encode sha256 convert_to length lpad right") {
    @Override
    String hash(String column, String key) {
      return "encode(sha256(convert_to('" + key + "' || " + text(column) + ", 'UTF8')), 'hex')";
    }

    @Override
    String partial(String column, int keep) {
      return starred(text(column), "length(" + text(column) + ")", keep);
    }
  },

  MYSQL('`', "sha2 concat char_length lpad right") {
    @Override
    String hash(String column, String key) {
      return "sha2(concat('" + key + "', " + column + "), 256)";
    }

    @Override
    String partial(String column, int keep) {
      return starred(column, "char_length(" + column + ")", keep);
    }
  },

  /** Its handles have the functions from the agent: SQLite itself knows no hash. */
  SQLITE('"', "custard_mask_hash custard_mask_partial") {
    @Override
    String hash(String column, String key) {
      return "custard_mask_hash('" + key + "', " + text(column) + ")";
    }

    @Override
    String partial(String column, int keep) {
      return "custard_mask_partial(" + keep + ", " + text(column) + ")";
    }
  },

  DUCKDB('"', "sha256 length lpad right") {
    @Override
    String hash(String column, String key) {
      return "sha256('" + key + "' || " + text(column) + ")";
    }

    @Override
    String partial(String column, int keep) {
      return starred(text(column), "CAST(length(" + text(column) + ") AS integer)", keep);
    }
  };

  private final String quote;
  private final String functions;

  MaskDialect(char quote, String functions) {
    this.quote = String.valueOf(quote);
    this.functions = functions;
  }

  /** Empty for a database whose masks nobody wrote. */
  static Optional<MaskDialect> of(Dialect dialect) {
    return Optional.ofNullable(
        switch (dialect) {
          case POSTGRESQL -> POSTGRESQL;
          case MYSQL -> MYSQL;
          case SQLITE -> SQLITE;
          case DUCKDB -> DUCKDB;
          case CLICKHOUSE, SQLSERVER, TRINO -> null;
        });
  }

  /** What masks call, as the guard names it. */
  Set<String> functions() {
    return Set.of(functions.split(" ", -1));
  }

  String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }

  /**
   * The masked value.
   *
   * @param column as it is written in the text
   * @param key letters and digits only
   */
  String masked(Mask mask, String column, String key) {
    return switch (mask) {
      // The type stays the column's own, and no value is read.
      case Mask.Nothing none -> "CASE WHEN 1 = 0 THEN " + column + " END";
      case Mask.Hash hash -> hash(column, key);
      case Mask.Partial partial -> partial(column, partial.keep());
    };
  }

  abstract String hash(String column, String key);

  abstract String partial(String column, int keep);

  private static String text(String column) {
    return "CAST(" + column + " AS text)";
  }

  // A value that is no longer than what is kept keeps nothing.
  private static String starred(String text, String length, int keep) {
    return "lpad(right(%1$s, CASE WHEN %2$s > %3$d THEN %3$d ELSE 0 END), %2$s, '*')"
        .formatted(text, length, keep);
  }
}
