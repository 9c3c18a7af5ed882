package io.custard.conversation.edit;

import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.state.Filter;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription.Column;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a condition as the type of its column wants it.
 *
 * @param missing whether the column may have no value
 */
record ValueText(Quoting quoting, boolean missing) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  String condition(Filter filter, String written, Column column) throws Stopped {
    List<String> values = new ArrayList<>();
    for (String value : filter.values()) {
      values.add(value(value, column));
    }
    return switch (filter.operator()) {
      case EQUALS -> written + " = " + one(values);
      case LESS -> written + " < " + one(values);
      case AT_MOST -> written + " <= " + one(values);
      case MORE -> written + " > " + one(values);
      case AT_LEAST -> written + " >= " + one(values);
      case ONE_OF -> written + " IN (" + String.join(", ", some(values)) + ")";
      // Rows without a value are none of these either.
      case NOT_EQUALS -> orMissing(written + " <> " + one(values), written);
      case NONE_OF ->
          orMissing(written + " NOT IN (" + String.join(", ", some(values)) + ")", written);
      case MISSING -> written + " IS NULL";
      case PRESENT -> written + " IS NOT NULL";
      case BETWEEN -> {
        if (values.size() != 2) {
          throw wrong();
        }
        yield written + " BETWEEN " + values.getFirst() + " AND " + values.getLast();
      }
      case LIKE, NOT_LIKE, OTHER -> throw wrong();
    };
  }

  private String orMissing(String condition, String written) {
    return missing ? "(" + condition + " OR " + written + " IS NULL)" : condition;
  }

  private static String one(List<String> values) throws Stopped {
    if (values.size() != 1) {
      throw wrong();
    }
    return values.getFirst();
  }

  private static List<String> some(List<String> values) throws Stopped {
    if (values.isEmpty()) {
      throw wrong();
    }
    return values;
  }

  private String value(String value, Column column) throws Stopped {
    return switch (column.type()) {
      case INTEGER, DECIMAL, FLOAT -> {
        if (!NUMBER.matcher(value).matches()) {
          throw wrong();
        }
        yield value;
      }
      case BOOLEAN -> truth(value);
      case DATE, TIMESTAMP, TIMESTAMPTZ -> day(value);
      default -> quoting.text(value);
    };
  }

  private String truth(String value) throws Stopped {
    boolean yes = value.equalsIgnoreCase("true");
    if (!yes && !value.equalsIgnoreCase("false")) {
      throw wrong();
    }
    return quoting.dialect() == Dialect.SQLITE ? (yes ? "1" : "0") : yes ? "TRUE" : "FALSE";
  }

  private String day(String value) throws Stopped {
    try {
      return quoting.day(LocalDate.parse(value).toString());
    } catch (DateTimeParseException e) {
      throw wrong();
    }
  }

  private static Stopped wrong() {
    return Stopped.refused(
        Reason.WRONG_VALUE, "The column does not hold values of that kind; say it differently.");
  }
}
