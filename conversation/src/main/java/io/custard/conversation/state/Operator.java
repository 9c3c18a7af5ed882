package io.custard.conversation.state;

/** How a column is held against values. */
public enum Operator {
  EQUALS("is"),
  NOT_EQUALS("is not"),
  LESS("is less than"),
  AT_MOST("is at most"),
  MORE("is more than"),
  AT_LEAST("is at least"),
  BETWEEN("is between"),
  ONE_OF("is one of"),
  NONE_OF("is none of"),
  LIKE("is like"),
  NOT_LIKE("is not like"),
  MISSING("is missing"),
  PRESENT("is present"),
  /** A condition that is not told in detail. */
  OTHER("has a condition");

  private final String label;

  Operator(String label) {
    this.label = label;
  }

  /** As people say it, between the column and the values. */
  public String label() {
    return label;
  }

  /** The operator of a mark, such as {@code >=}; OTHER for any other mark. */
  public static Operator of(String mark) {
    return switch (mark) {
      case "=", "==" -> EQUALS;
      case "<>", "!=" -> NOT_EQUALS;
      case "<" -> LESS;
      case "<=" -> AT_MOST;
      case ">" -> MORE;
      case ">=" -> AT_LEAST;
      default -> OTHER;
    };
  }

  /** The same with its sides exchanged. */
  public Operator mirrored() {
    return switch (this) {
      case LESS -> MORE;
      case AT_MOST -> AT_LEAST;
      case MORE -> LESS;
      case AT_LEAST -> AT_MOST;
      default -> this;
    };
  }

  /** The opposite, where that is one of these; else OTHER. */
  public Operator negated() {
    return switch (this) {
      case EQUALS -> NOT_EQUALS;
      case NOT_EQUALS -> EQUALS;
      case ONE_OF -> NONE_OF;
      case NONE_OF -> ONE_OF;
      case LIKE -> NOT_LIKE;
      case NOT_LIKE -> LIKE;
      case MISSING -> PRESENT;
      case PRESENT -> MISSING;
      default -> OTHER;
    };
  }
}
