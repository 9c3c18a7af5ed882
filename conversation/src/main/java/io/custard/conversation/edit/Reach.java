package io.custard.conversation.edit;

import io.custard.check.block.Source;
import io.custard.check.schema.Catalog;
import io.custard.check.schema.KnownTable;
import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.statement.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ways from the tables of a statement to another one. Only keys that lead from many to one are
 * followed: any other join would repeat rows, and sums with them.
 */
final class Reach {
  private static final int LONGEST = 3;
  private static final int MOST = 20;

  private final Catalog catalog;
  private final List<KnownTable> present;

  Reach(SqlStatement statement) {
    this.catalog = statement.catalog();
    this.present =
        statement.sources().stream().map(Source::table).filter(Objects::nonNull).toList();
  }

  boolean isPresent(String table) {
    return present.stream().anyMatch(known -> known.description().name().equals(table));
  }

  /** Every way to a table that is not present. */
  List<Path> paths(String table) {
    List<Path> found = new ArrayList<>();
    present.forEach(start -> follow(start, table, List.of(), found));
    return found;
  }

  private void follow(KnownTable at, String target, List<Path.Step> walked, List<Path> found) {
    for (KnownTable.Reference key : at.references()) {
      Optional<KnownTable> next = table(key.target());
      if (next.isEmpty() || isVisited(next.get(), walked) || found.size() >= MOST) {
        continue;
      }
      List<Path.Step> steps = new ArrayList<>(walked);
      steps.add(new Path.Step(at, key, next.get()));
      if (next.get().description().name().equals(target)) {
        found.add(new Path(steps));
      } else if (steps.size() < LONGEST) {
        follow(next.get(), target, steps, found);
      }
    }
  }

  private boolean isVisited(KnownTable table, List<Path.Step> walked) {
    return present.contains(table) || walked.stream().anyMatch(step -> step.to().equals(table));
  }

  private Optional<KnownTable> table(List<String> name) {
    return catalog.tables().stream().filter(t -> t.name(catalog.names()).equals(name)).findFirst();
  }

  /** Why there is no way. */
  Stopped noPath(String table) {
    Set<List<String>> here =
        present.stream().map(known -> known.name(catalog.names())).collect(Collectors.toSet());
    boolean many =
        catalog.tables().stream()
            .filter(known -> known.description().name().equals(table))
            .flatMap(known -> known.references().stream())
            .anyMatch(key -> here.contains(key.target()));
    return many
        ? Stopped.refused(
            Reason.REPEATS_ROWS,
            "That is kept several times for each row of the answer, so it would be counted more"
                + " than once; ask a new question.")
        : Stopped.refused(
            Reason.NO_PATH,
            "No key leads from what the answer is about to that; ask a new question.");
  }
}
