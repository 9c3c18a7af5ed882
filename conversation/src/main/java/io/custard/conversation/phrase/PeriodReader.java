package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.words.PeriodWords;
import java.util.List;
import java.util.Optional;

/** "For last month", "from March to May", "all time". */
final class PeriodReader implements PhraseReader {
  private final PeriodWords words;
  private final Context context;

  PeriodReader(Context context) {
    this.context = context;
    this.words = new PeriodWords(context.text(), context.knowledge().today(), context.period());
  }

  @Override
  public Optional<Found> at(int at) {
    // Which date is meant is decided where the statement is changed.
    List<ColumnName> dates = context.dates();
    ColumnName date = dates.size() == 1 ? dates.getFirst() : null;
    return words
        .at(at)
        .flatMap(days ->
            days.from() == null && days.until() == null
                ? Found.changes(days.length(), new Change.RemovePeriod(date))
                : Found.changes(
                    days.length(), new Change.SetPeriod(date, days.from(), days.until())));
  }
}
