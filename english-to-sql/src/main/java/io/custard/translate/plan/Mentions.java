package io.custard.translate.plan;

import io.custard.translate.link.Mention;
import io.custard.translate.read.Draft;
import io.custard.translate.read.Pick;
import io.custard.translate.read.Rank;
import io.custard.translate.read.Test;
import java.util.ArrayList;
import java.util.List;

/** Collects the mentions of a draft. */
final class Mentions {
  private Mentions() {}

  /** All mentions that stand for columns, or may. */
  static List<Mention> columns(Draft draft) {
    List<Mention> found = new ArrayList<>();
    for (Pick pick : draft.picks()) {
      switch (pick) {
        case Pick.OfColumn p -> found.add(p.column());
        case Pick.OfAggregate p -> found.add(p.column());
        case Pick.OfCount p -> {
          Mention thing = p.thing();
          if (thing != null && !thing.namesTable()) {
            found.add(thing);
          }
        }
        case Pick.OfThing p -> {}
      }
    }
    draft.tests().forEach(test -> ofTest(test, found));
    for (Draft.Sort sort : draft.sorts()) {
      if (sort.rank() instanceof Rank.ByColumn by) {
        found.add(by.column());
      }
    }
    draft.groups().stream().filter(g -> !g.namesTable()).forEach(found::add);
    return found;
  }

  private static void ofTest(Test test, List<Mention> found) {
    switch (test) {
      case Test.Compare t -> addIfNamed(t.about(), found);
      case Test.Between t -> addIfNamed(t.about(), found);
      case Test.Missing t -> found.add(t.about());
      case Test.Flag t -> found.add(t.about());
      case Test.AnyOf t -> t.tests().forEach(inner -> ofTest(inner, found));
      case Test.Without t -> t.tests().forEach(inner -> ofTest(inner, found));
      case Test.VersusAll t -> addIfNamed(t.about(), found);
      case Test.Measured t -> found.add(t.column());
      case Test.Many t -> {}
      case Test.Degree t -> {}
    }
  }

  private static void addIfNamed(
      @org.jspecify.annotations.Nullable Mention mention, List<Mention> found) {
    if (mention != null && !mention.namesTable()) {
      found.add(mention);
    }
  }
}
