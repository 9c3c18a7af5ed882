package io.custard.translate.plan;

import io.custard.translate.link.Mention;
import io.custard.translate.link.TableNode;
import io.custard.translate.read.NotUnderstood;
import io.custard.translate.read.Op;
import io.custard.translate.read.Test;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places conditions: on joined rows, or inside EXISTS where several related rows may be found. */
final class Filters {
  private final Resolver resolver;
  private final TestPlanner tests;
  private final Tree tree;
  private final List<Condition> direct = new ArrayList<>();
  private final List<TestPlanner.Tested> pending = new ArrayList<>();
  private final Set<TableNode> used = new LinkedHashSet<>();

  Filters(Resolver resolver, TestPlanner tests, Tree tree) {
    this.resolver = resolver;
    this.tests = tests;
    this.tree = tree;
  }

  void add(Test test) {
    switch (test) {
      case Test.Without t -> without(t);
      case Test.Many t -> many(t);
      default -> pending.add(tests.tested(test, tree.root()));
    }
  }

  private void many(Test.Many test) {
    TableNode table = resolver.table(test.thing());
    used.add(table);
    if (tree.has(table)) {
      throw new NotUnderstood(
          "how many of " + table.humanised() + " are counted where they are shown");
    }
    direct.add(new Condition.Count(related(List.of(table), List.of()), test.op(), test.count()));
  }

  private void without(Test.Without test) {
    Set<TableNode> tables = new LinkedHashSet<>();
    for (Mention thing : test.things()) {
      TableNode table = resolver.table(thing);
      used.add(table);
      if (!tree.has(table)) {
        tables.add(table);
      }
    }
    List<Condition> conditions = new ArrayList<>();
    for (Test inner : test.tests()) {
      TableNode near = tables.isEmpty() ? tree.root() : List.copyOf(tables).get(tables.size() - 1);
      TestPlanner.Tested tested = tests.tested(inner, near);
      conditions.add(tested.condition());
      tested.tables().stream().filter(t -> !tree.has(t)).forEach(tables::add);
    }
    boolean single = test.things().isEmpty() || tables.isEmpty();
    if (single && !conditions.isEmpty() && tables.stream().noneMatch(tree::fansOutTo)) {
      tables.forEach(tree::join);
      direct.add(negated(conditions));
    } else if (tables.isEmpty()) {
      throw new NotUnderstood("what is denied of " + tree.root().humanised());
    } else {
      Condition.Related related = related(List.copyOf(tables), conditions);
      used.addAll(related.joins().tables());
      direct.add(new Condition.Exists(true, related));
    }
    used.addAll(tables);
  }

  private static Condition negated(List<Condition> conditions) {
    if (conditions.size() == 1
        && conditions.get(0) instanceof Condition.WithText text
        && text.op() == Op.EQ) {
      return new Condition.WithText(text.column(), Op.NE, text.text());
    }
    return new Condition.Not(
        conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions));
  }

  /** Tables spoken of but not used yet: rows of them must exist. */
  void addSpoken() {
    for (TableNode table : resolver.spoken()) {
      boolean filtered = pending.stream().anyMatch(p -> p.tables().contains(table));
      if (!tree.has(table) && !used.contains(table) && !filtered && tree.fansOutTo(table)) {
        if (tree.pathTo(table).size() > 2) {
          throw new NotUnderstood(
              "how " + tree.root().humanised() + " and " + table.humanised() + " belong together");
        }
        pending.add(new TestPlanner.Tested(new Condition.All(List.of()), Set.of(table)));
      }
    }
  }

  /** All conditions; those that need the same related rows share one EXISTS. */
  List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    Map<TableNode, List<TestPlanner.Tested>> branches = new LinkedHashMap<>();
    for (TestPlanner.Tested tested : pending) {
      TableNode branch = null;
      for (TableNode table : tested.tables()) {
        if (tree.fansOutTo(table)) {
          Hop first = tree.pathTo(table).stream().filter(Hop::fansOut).findFirst().orElseThrow();
          branch = first.to();
        }
      }
      boolean mixed = tested.tables().stream().anyMatch(t -> !tree.fansOutTo(t));
      if (branch != null && mixed && tested.condition() instanceof Condition.Any) {
        throw new NotUnderstood("an alternative between different tables");
      }
      if (branch == null) {
        tested.tables().forEach(tree::join);
        conditions.add(tested.condition());
      } else {
        branches.computeIfAbsent(branch, b -> new ArrayList<>()).add(tested);
      }
    }
    for (List<TestPlanner.Tested> branch : branches.values()) {
      List<Condition> all = branch.stream().map(TestPlanner.Tested::condition).toList();
      Optional<Contradictions.Pair> pair = Contradictions.find(all);
      if (pair.isPresent()) {
        conditions.add(exists(branch, pair.get().other()));
        conditions.add(exists(branch, pair.get().one()));
      } else {
        conditions.add(exists(branch, null));
      }
    }
    conditions.addAll(direct);
    return conditions.stream()
        .filter(c -> !(c instanceof Condition.All all && all.conditions().isEmpty()))
        .toList();
  }

  private Condition exists(List<TestPlanner.Tested> branch, @Nullable Condition left) {
    Set<TableNode> tables = new LinkedHashSet<>();
    List<Condition> inner = new ArrayList<>();
    for (TestPlanner.Tested tested : branch) {
      tables.addAll(tested.tables());
      if (!tested.condition().equals(left)) {
        inner.add(tested.condition());
      }
    }
    return new Condition.Exists(false, related(List.copyOf(tables), inner));
  }

  private Condition.Related related(List<TableNode> tables, List<Condition> conditions) {
    List<TableNode> outside = tables.stream().filter(t -> !tree.has(t)).toList();
    TableNode far = outside.get(0);
    for (TableNode table : outside) {
      if (tree.pathTo(table).size() > tree.pathTo(far).size()) {
        far = table;
      }
    }
    List<Hop> path = tree.pathTo(far);
    Joins inside = new Joins(path.get(0).to(), path.subList(1, path.size()));
    for (TableNode table : outside) {
      if (!inside.tables().contains(table)) {
        inside = inside.with(tree.path(inside.tables(), table));
      }
    }
    return new Condition.Related(inside, path.get(0), conditions);
  }
}
