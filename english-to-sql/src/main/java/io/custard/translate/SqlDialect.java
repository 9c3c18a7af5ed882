package io.custard.translate;

/** The SQL a question is translated to: how names are quoted and how dates are written. */
public enum SqlDialect {
  POSTGRESQL,
  SQLITE
}
