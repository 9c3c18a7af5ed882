package io.custard.conversation.edit;

import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.change.Change;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Filter;
import io.custard.conversation.statement.Condition;
import io.custard.conversation.statement.Condition.Meaning;
import java.util.List;
import java.util.Set;

/** Adds, replaces and removes conditions on a column. */
final class FilterEdit {
  private final Workbench bench;

  FilterEdit(Workbench bench) {
    this.bench = bench;
  }

  void add(Change.AddFilter change) throws Stopped {
    Filter filter = change.filter();
    if (bench.inside().contains(filter.column())) {
      throw bench.insideQuery();
    }
    bench.reach(filter.column(), change.via(), via -> new Change.AddFilter(filter, via));
    if (!bench.state().filters().contains(filter)) {
      put(bench.draft().conditions.size(), filter);
    }
  }

  void replace(Change.ReplaceFilter change) throws Stopped {
    put(take(change.filter().column()), change.filter());
  }

  void remove(Change.RemoveFilter change) throws Stopped {
    take(change.column());
    bench.draft().dropUnnamed();
  }

  private void put(int place, Filter filter) throws Stopped {
    ColumnName column = filter.column();
    String text =
        new ValueText(new Quoting(bench.statement().dialect()), bench.mayBeMissing(column))
            .condition(filter, bench.column(column).text(), bench.described(column));
    Condition plain =
        new Condition(Edit.NOWHERE, List.of(column), true, false, new Meaning.Test(filter));
    bench.draft().conditions.add(place, new Draft.Held(text, plain, Set.of(column)));
  }

  // The place of the first of them.
  private int take(ColumnName column) throws Stopped {
    bench.described(column);
    List<Draft.Held> conditions = bench.draft().conditions;
    int place = -1;
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i).condition();
      if (condition != null && condition.isAbout(column)) {
        place = place < 0 ? i : place;
        conditions.remove(i--);
      }
    }
    if (place < 0) {
      throw Stopped.refused(Reason.NOTHING_THERE, "There is no condition on that.");
    }
    return place;
  }
}
