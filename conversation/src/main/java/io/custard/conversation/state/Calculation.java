package io.custard.conversation.state;

/** What makes one value of many, or none of it. */
public enum Calculation {
  /** The column as it is. */
  VALUE("", ""),
  COUNT("count", "number"),
  SUM("sum", "sum"),
  AVERAGE("avg", "average"),
  MINIMUM("min", "minimum"),
  MAXIMUM("max", "maximum"),
  /** A calculation that is not told in detail. */
  OTHER("", "calculation");

  private final String function;
  private final String label;

  Calculation(String function, String label) {
    this.function = function;
    this.label = label;
  }

  /** The function of SQL; empty if there is not one. */
  public String function() {
    return function;
  }

  /** As people say it. */
  public String label() {
    return label;
  }

  /** The calculation of a folded function name; OTHER for any other function. */
  public static Calculation of(String function) {
    for (Calculation one : values()) {
      if (!function.isEmpty() && one.function.equals(function)) {
        return one;
      }
    }
    return OTHER;
  }
}
