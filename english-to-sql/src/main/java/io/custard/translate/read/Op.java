package io.custard.translate.read;

/** A comparison. */
public enum Op {
  EQ("="),
  NE("<>"),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  CONTAINS("LIKE"),
  STARTS("LIKE"),
  ENDS("LIKE");

  private final String sql;

  Op(String sql) {
    this.sql = sql;
  }

  /** The operator as SQL writes it. */
  public String sql() {
    return sql;
  }

  /** The comparison that holds when the scale is turned round. */
  public Op mirrored() {
    return switch (this) {
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
      case EQ, NE, CONTAINS, STARTS, ENDS -> this;
    };
  }
}
