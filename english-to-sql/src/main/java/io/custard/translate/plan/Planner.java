package io.custard.translate.plan;

import io.custard.translate.SqlDialect;
import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.Mention;
import io.custard.translate.link.TableNode;
import io.custard.translate.read.Draft;
import io.custard.translate.read.Fn;
import io.custard.translate.read.NotUnderstood;
import io.custard.translate.read.Pick;
import io.custard.translate.read.Rank;
import io.custard.translate.read.Test;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans one query from a draft.
 *
 * <p>The thing asked for is the root. Tables that are shown, grouped or ordered by are joined to
 * it; tables that only filter are joined when each row finds at most one there, and tested with
 * EXISTS when it may find several, so that no row appears or counts twice.
 */
public final class Planner {
  private final Draft draft;
  private final Resolver resolver;
  private final Filters filters;
  private final TestPlanner tests;
  private final Tree tree;
  private final List<Expr> outputs = new ArrayList<>();
  private final List<Expr.Col> groupBy = new ArrayList<>();
  private final List<Plan.Having> having = new ArrayList<>();
  private final List<Plan.Order> order = new ArrayList<>();
  private @Nullable TableNode counted;

  private Planner(Draft draft, JoinGraph graph, SqlDialect dialect) {
    this.draft = draft;
    this.resolver = new Resolver(draft, graph);
    TableNode root = root();
    resolver.focus(root);
    this.tests = new TestPlanner(resolver, dialect);
    this.tree = new Tree(graph, root, resolver.spoken(), new LinkedHashSet<>(draft.words()));
    this.filters = new Filters(resolver, tests, tree);
  }

  /** The plan, or {@link NotUnderstood}. */
  public static Plan plan(Draft draft, JoinGraph graph, SqlDialect dialect) {
    return new Planner(draft, graph, dialect).plan();
  }

  private Plan plan() {
    for (Pick pick : draft.picks()) {
      output(pick);
    }
    groups();
    for (Draft.Sort sort : draft.sorts()) {
      sort(sort);
    }
    for (Test test : draft.tests()) {
      if (test instanceof Test.Measured measured) {
        having(measured);
      } else if (!(test instanceof Test.Many many && having(many))) {
        filters.add(test);
      }
    }
    if (!groupBy.isEmpty() || outputs.stream().anyMatch(Expr.Agg.class::isInstance)) {
      groupPlainOutputs();
    }
    filters.addSpoken();
    List<Condition> where = filters.conditions();
    return contradicting(where);
  }

  private Plan plan(List<Condition> where, @Nullable Plan both) {
    boolean distinct =
        draft.distinct()
            && groupBy.isEmpty()
            && outputs.stream().noneMatch(Expr.Agg.class::isInstance);
    return new Plan(
        distinct,
        outputs,
        tree.joins(),
        where,
        groupBy,
        having,
        distinct && !Outputs.shown(order, outputs) ? List.of() : order,
        draft.top(),
        draft.limit(),
        both);
  }

  /**
   * Rows cannot meet conditions that exclude each other: what rows of both kinds share is shown,
   * or, where each row is its own thing, rows of either kind.
   */
  private Plan contradicting(List<Condition> where) {
    Optional<Contradictions.Pair> pair = Contradictions.find(where);
    if (pair.isEmpty()) {
      return plan(where, null);
    }
    Condition one = pair.get().one();
    Condition other = pair.get().other();
    TableNode owner = pair.get().column().owner();
    boolean plain = outputs.stream().allMatch(Expr.Col.class::isInstance);
    boolean itself =
        !plain
            || outputs.stream()
                .anyMatch(o ->
                    o instanceof Expr.Col c
                        && c.column().owner() == owner
                        && (owner.labels().contains(c.column()) || c.column().soleKey()));
    if (!itself && groupBy.isEmpty() && order.isEmpty() && draft.limit() == null) {
      Plan second = plan(Contradictions.without(where, one), null);
      return plan(Contradictions.without(where, other), second);
    }
    if (draft.words().contains("both") || !having.isEmpty()) {
      throw new NotUnderstood("two conditions that exclude each other");
    }
    List<Condition> rest =
        new ArrayList<>(Contradictions.without(Contradictions.without(where, one), other));
    rest.add(new Condition.Any(List.of(one, other)));
    return plan(rest, null);
  }

  /** The table of what is shown or counted first. */
  private TableNode root() {
    Pick first = draft.picks().get(0);
    for (Pick pick : draft.picks()) {
      if (pick instanceof Pick.OfAggregate) {
        first = pick;
      }
    }
    TableNode table =
        switch (first) {
          case Pick.OfColumn p -> resolver.column(p.column()).owner();
          case Pick.OfAggregate p -> resolver.column(p.column()).owner();
          case Pick.OfCount p -> countedTable(p);
          case Pick.OfThing p -> resolver.table(p.thing());
        };
    return table;
  }

  private TableNode countedTable(Pick.OfCount pick) {
    Mention thing = pick.thing();
    if (thing == null) {
      return resolver.spoken().iterator().next();
    }
    return thing.namesTable() ? resolver.table(thing) : resolver.column(thing).owner();
  }

  private void output(Pick pick) {
    switch (pick) {
      case Pick.OfColumn p -> show(new Expr.Col(resolver.column(p.column())));
      case Pick.OfAggregate p -> {
        ColumnNode column = resolver.column(p.column());
        if (p.fn() == Fn.AVG || p.fn() == Fn.SUM) {
          tests.numeric(column);
        }
        show(new Expr.Agg(p.fn(), column, p.distinct()));
        counted = column.owner();
      }
      case Pick.OfCount p -> count(p);
      case Pick.OfThing p -> thing(p);
    }
  }

  private void show(Expr expr) {
    TableNode table =
        switch (expr) {
          case Expr.Col col -> col.column().owner();
          case Expr.Agg agg -> agg.column() == null ? tree.root() : agg.column().owner();
          case Expr.Star star -> star.table();
        };
    tree.join(table);
    if (!outputs.contains(expr)) {
      outputs.add(expr);
    }
  }

  private void count(Pick.OfCount pick) {
    Mention thing = pick.thing();
    if (thing == null || thing.namesTable()) {
      TableNode table = countedTable(pick);
      counted = table;
      tree.join(table);
      outputs.add(new Expr.Agg(Fn.COUNT, null, false));
      return;
    }
    ColumnNode column = resolver.column(thing);
    if (column.type().numeric() && !column.identifier() && !pick.distinct()) {
      boolean single =
          draft.groups().isEmpty() && !draft.tests().isEmpty() && draft.picks().size() == 1;
      if (!single && draft.words().contains("total")) {
        counted = column.owner();
        show(new Expr.Agg(Fn.SUM, column, false));
        return;
      }
      if (!single) {
        throw new NotUnderstood("whether " + column.humanised() + " is to be counted or added up");
      }
      show(new Expr.Col(column));
      return;
    }
    if (thing.columnScore() < 0.75) {
      throw new NotUnderstood("what is counted by '" + thing.text() + "'");
    }
    counted = column.owner();
    show(new Expr.Agg(Fn.COUNT, column, true));
  }

  private void thing(Pick.OfThing pick) {
    TableNode table = resolver.table(pick.thing());
    boolean bare = draft.tests().isEmpty() && draft.sorts().isEmpty();
    boolean row =
        switch (pick.shown()) {
          case ROW -> true;
          case BROWSED -> bare || table.labels().isEmpty();
          case NAME -> false;
        };
    boolean grouped =
        draft.sorts().stream().anyMatch(s -> s.rank() instanceof Rank.ByCount)
            || draft.tests().stream().anyMatch(Test.Many.class::isInstance);
    if (row && draft.picks().size() == 1 && !grouped) {
      show(new Expr.Star(table));
      return;
    }
    Outputs.naming(table).forEach(column -> show(new Expr.Col(column)));
  }

  private void groups() {
    boolean aggregated = outputs.stream().anyMatch(Expr.Agg.class::isInstance);
    boolean ranked = draft.sorts().stream().anyMatch(s -> Outputs.aggregate(s.rank()));
    if (!aggregated && !ranked) {
      if (Each.isOfWhatIsShown(outputs, draft.groups(), resolver)) {
        return;
      }
      outputs.set(0, Each.total(outputs, draft.groups(), draft.words()));
    }
    List<Expr.Col> labels = new ArrayList<>();
    for (Mention group : draft.groups()) {
      if (group.namesTable() && resolver.table(group) != counted) {
        TableNode table = resolver.table(group);
        tree.join(table);
        table.key().forEach(c -> groupBy(c));
        boolean shown = outputs.stream().anyMatch(o -> o instanceof Expr.Col c && shows(c, table));
        if (!shown) {
          Outputs.naming(table).forEach(c -> labels.add(new Expr.Col(c)));
        }
      } else {
        ColumnNode column =
            Outputs.repeated(outputs, group).orElseGet(() -> resolver.column(group));
        tree.join(column.owner());
        Optional<Edge> named =
            group.columnScore() < 0.75 ? tree.reference(column) : Optional.empty();
        if (named.isPresent() && !named.get().oneTable().labels().isEmpty()) {
          TableNode table = tree.follow(named.get());
          named.get().one().forEach(this::groupBy);
          table.labels().forEach(c -> labels.add(new Expr.Col(c)));
          continue;
        }
        groupBy(column);
        if (!outputs.contains(new Expr.Col(column)) && !labels.contains(new Expr.Col(column))) {
          labels.add(new Expr.Col(column));
        }
      }
    }
    outputs.addAll(0, labels);
  }

  /** Whether a column is of a table or refers to it. */
  private boolean shows(Expr.Col col, TableNode table) {
    return col.column().owner() == table
        || tree.joins().hops().stream()
            .anyMatch(h -> h.edge().oneTable() == table && h.edge().many().contains(col.column()));
  }

  private void groupBy(ColumnNode column) {
    Expr.Col col = new Expr.Col(column);
    if (!groupBy.contains(col)) {
      groupBy.add(col);
    }
  }

  /** What is shown beside an aggregate is grouped by, with the key of the thing it names. */
  private void groupPlainOutputs() {
    for (Expr output : List.copyOf(outputs)) {
      switch (output) {
        case Expr.Col col -> {
          TableNode owner = col.column().owner();
          if (owner.labels().contains(col.column()) && !draft.distinct() && owner != counted) {
            owner.key().forEach(this::groupBy);
          }
          groupBy(col.column());
        }
        case Expr.Star star -> throw new NotUnderstood("all columns beside a count");
        case Expr.Agg agg -> {}
      }
    }
    for (Plan.Order o : order) {
      if (o.expr() instanceof Expr.Col col && groupBy.stream().noneMatch(g -> g.equals(col))) {
        if (groupBy.isEmpty()) {
          throw new NotUnderstood("what one figure is sorted by");
        }
        boolean dependent =
            groupBy.stream()
                .anyMatch(g -> g.column().soleKey() && g.column().owner() == col.column().owner());
        if (!dependent) {
          throw new NotUnderstood("groups sorted by " + col.column().humanised());
        }
        groupBy(col.column());
      }
    }
  }

  private void sort(Draft.Sort sort) {
    boolean down = sort.descending();
    switch (sort.rank()) {
      case Rank.ByFirstPick r -> order.add(new Plan.Order(Outputs.firstOrdered(outputs), down));
      case Rank.ByAdjective r -> {
        Scales.Graded graded =
            r.thing() == null
                ? resolver.scales().graded(r.sense(), tree.root(), resolver.spoken())
                : resolver.scales().graded(r.sense(), resolver.table(r.thing()));
        tree.join(graded.column().owner());
        order.add(new Plan.Order(new Expr.Col(graded.column()), graded.rising() == down));
      }
      case Rank.ByColumn r -> {
        ColumnNode column = resolver.column(r.column());
        tree.join(column.owner());
        if (r.fn() == null) {
          order.add(new Plan.Order(new Expr.Col(column), down));
        } else {
          groupByEntity(column.owner());
          order.add(new Plan.Order(new Expr.Agg(r.fn(), column, false), down));
        }
      }
      case Rank.ByCount r -> {
        TableNode table = r.thing() == null ? tree.root() : resolver.table(r.thing());
        tree.join(table);
        Outputs.countable(outputs, table);
        groupByEntity(table);
        order.add(new Plan.Order(Outputs.countOfRows(), down));
      }
    }
  }

  /** Groups by what is shown: by key when it is a thing, by itself when rows of it are counted. */
  private void groupByEntity(TableNode measured) {
    if (!groupBy.isEmpty()) {
      return;
    }
    boolean plain = outputs.stream().anyMatch(Expr.Col.class::isInstance);
    if (!plain) {
      throw new NotUnderstood("for each of what it is counted");
    }
    for (Expr output : outputs) {
      if (output instanceof Expr.Col col) {
        TableNode owner = col.column().owner();
        if (owner != measured && !tree.references(col.column())) {
          owner.key().forEach(this::groupBy);
        }
        groupBy(col.column());
      }
    }
  }

  private void having(Test.Measured test) {
    ColumnNode column = resolver.column(test.column());
    if (test.fn() == Fn.AVG || test.fn() == Fn.SUM) {
      tests.numeric(column);
    }
    tree.join(column.owner());
    groupByEntity(column.owner());
    having.add(new Plan.Having(new Expr.Agg(test.fn(), column, false), test.op(), test.number()));
  }

  /** "with at least 3 orders" about what is shown becomes a HAVING; true if it could. */
  private boolean having(Test.Many many) {
    boolean plain = outputs.stream().allMatch(Expr.Col.class::isInstance);
    boolean alone = draft.tests().stream().filter(Test.Many.class::isInstance).count() == 1;
    TableNode table = resolver.table(many.thing());
    boolean aggregated =
        outputs.stream().anyMatch(Expr.Agg.class::isInstance)
            && !groupBy.isEmpty()
            && counted == table;
    if (!alone || !(plain || aggregated) || draft.picks().isEmpty()) {
      return false;
    }
    if (plain && table != tree.root() && !tree.fansOutTo(table)) {
      return false;
    }
    tree.join(table);
    groupByEntity(table);
    having.add(new Plan.Having(Outputs.countOfRows(), many.op(), BigDecimal.valueOf(many.count())));
    return true;
  }
}
