package io.custard.conversation.statement;

import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Grain;
import io.custard.conversation.state.Period;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of the conditions that must all hold.
 *
 * @param columns those it names, also in queries inside
 * @param closed whether nothing else decides it: all columns are known, and no query is inside
 * @param disjunction whether it needs parentheses beside others
 */
public record Condition(
    Span span, List<ColumnName> columns, boolean closed, boolean disjunction, Meaning meaning) {
  /** What it says. */
  public sealed interface Meaning {
    record Test(Filter filter) implements Meaning {}

    record Range(Period period) implements Meaning {}

    /** A month or a quarter of whatever year. */
    record Part(ColumnName column, Grain grain, int number) implements Meaning {}

    record Unread(String form) implements Meaning {
      private static final Pattern JOIN =
          Pattern.compile("ColumnName\\[[^]]*\\]=ColumnName\\[[^]]*\\]");

      /** Whether two columns are equal; that joins and is no condition of the question. */
      boolean isJoin() {
        return JOIN.matcher(form).matches();
      }
    }
  }

  public Condition {
    columns = List.copyOf(columns);
  }

  /** Whether it is about this column and nothing else. */
  public boolean isAbout(ColumnName column) {
    return closed && !columns.isEmpty() && columns.stream().allMatch(column::equals);
  }
}
