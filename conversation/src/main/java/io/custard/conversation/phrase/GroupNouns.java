package io.custard.conversation.phrase;

import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Grain;
import io.custard.conversation.words.Nouns;
import io.custard.conversation.words.Nouns.Named;
import io.custard.conversation.words.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one can group by: a grain of a date, a column, the rows of a table. */
record GroupNouns(Context context) {
  /**
   * Something to group by.
   *
   * @param candidates what may be meant, several if it is not clear
   * @param each whether the rows of a table are meant
   */
  record Target(List<Dimension> candidates, boolean each) {
    /** As people say it. */
    String label() {
      Dimension first = candidates.getFirst();
      return each ? Nouns.singular(ColumnName.words(first.column().table())) : first.label();
    }
  }

  Optional<Named<Target>> at(int at) {
    Text text = context.text();
    Grain grain = grain(text.at(at));
    if (grain != null) {
      List<Dimension> dates =
          context.dates().stream().map(date -> new Dimension(date, grain)).toList();
      return dates.isEmpty() ? column(at) : Optional.of(new Named<>(new Target(dates, false), 1));
    }
    return column(at);
  }

  // Names of what is near come before those of what is far.
  private Optional<Named<Target>> column(int at) {
    Nouns nouns = context.nouns();
    Text text = context.text();
    return nouns
        .nearColumns(text, at, column -> true)
        .map(GroupNouns::columns)
        .or(() -> nouns.table(text, at).flatMap(GroupNouns::rows))
        .or(() -> nouns.columns(text, at, column -> true).map(GroupNouns::columns));
  }

  private static Named<Target> columns(Named<List<ColumnName>> found) {
    List<Dimension> dimensions =
        found.what().stream().map(column -> new Dimension(column, null)).toList();
    return new Named<>(new Target(dimensions, false), found.length());
  }

  private static Optional<Named<Target>> rows(Named<io.custard.protocol.TableDescription> table) {
    return Nouns.naming(table.what())
        .map(column ->
            new Named<>(new Target(List.of(new Dimension(column, null)), true), table.length()));
  }

  static @Nullable Grain grain(String word) {
    return switch (word) {
      case "day", "days", "daily", "date" -> Grain.DAY;
      case "week", "weeks", "weekly" -> Grain.WEEK;
      case "month", "months", "monthly" -> Grain.MONTH;
      case "quarter", "quarters", "quarterly" -> Grain.QUARTER;
      case "year", "years", "yearly", "annually" -> Grain.YEAR;
      default -> null;
    };
  }
}
