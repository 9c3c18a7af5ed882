package io.custard.translate.read;

import io.custard.translate.link.Mention;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been read so far; becomes a {@link Draft}. */
final class Notes {
  final List<Pick> picks = new ArrayList<>();
  final List<Mention> things = new ArrayList<>();
  final List<Test> tests = new ArrayList<>();
  final List<Mention> groups = new ArrayList<>();
  final List<Draft.Sort> sorts = new ArrayList<>();
  boolean distinct;
  boolean top;
  @Nullable Integer limit;

  void rank(Rank rank, boolean descending, int count) {
    sorts.add(0, new Draft.Sort(rank, descending));
    top = true;
    if (limit == null) {
      limit = count;
    }
  }

  void thing(Mention mention) {
    if (!mention.tables().isEmpty() && !things.contains(mention)) {
      things.add(mention);
    }
  }

  boolean aggregated() {
    return picks.stream().anyMatch(p -> p instanceof Pick.OfAggregate || p instanceof Pick.OfCount);
  }

  Draft draft(List<String> words) {
    return new Draft(picks, distinct, things, tests, groups, sorts, top, limit, words);
  }
}
