package io.custard.translate.plan;

import io.custard.translate.ColumnType;
import io.custard.translate.SqlDialect;
import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.Mention;
import io.custard.translate.link.TableNode;
import io.custard.translate.link.Value;
import io.custard.translate.read.Literal;
import io.custard.translate.read.NotUnderstood;
import io.custard.translate.read.Op;
import io.custard.translate.read.Test;
import io.custard.translate.text.DateSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns tests on columns into conditions, by the type of the column. */
final class TestPlanner {
  private final Resolver resolver;
  private final SqlDialect dialect;

  TestPlanner(Resolver resolver, SqlDialect dialect) {
    this.resolver = resolver;
    this.dialect = dialect;
  }

  /** A condition and the tables its columns are in. */
  record Tested(Condition condition, Set<TableNode> tables) {}

  /** The condition of a test that concerns columns only. */
  Tested tested(Test test, TableNode focus) {
    return switch (test) {
      case Test.Compare t -> compare(t, focus);
      case Test.Between t -> between(t, focus);
      case Test.Missing t -> {
        ColumnNode column = resolver.column(t.about());
        yield one(new Condition.Null(column, t.missing()), column);
      }
      case Test.Flag t -> {
        ColumnNode column = resolver.column(t.about());
        yield one(new Condition.Truth(column, t.value()), column);
      }
      case Test.AnyOf t -> any(t, focus);
      case Test.Degree t -> {
        Scales.Graded graded = resolver.scales().graded(t.sense(), focus);
        Op op = graded.rising() ? t.op() : t.op().mirrored();
        yield one(literal(graded.column(), op, t.literal()), graded.column());
      }
      case Test.VersusAll t -> versusAll(t, focus);
      case Test.Without t -> throw new NotUnderstood("a denial inside another condition");
      case Test.Measured t -> throw new NotUnderstood("an aggregate inside another condition");
      case Test.Many t -> throw new NotUnderstood("a count inside another condition");
    };
  }

  private static Tested one(Condition condition, ColumnNode column) {
    return new Tested(condition, Set.of(column.owner()));
  }

  private Tested any(Test.AnyOf test, TableNode focus) {
    List<Condition> conditions = new ArrayList<>();
    Set<TableNode> tables = new LinkedHashSet<>();
    ColumnNode before = null;
    for (Test inner : test.tests()) {
      Tested tested = tested(inner, focus);
      conditions.add(tested.condition());
      tables.addAll(tested.tables());
      if (tested.condition() instanceof Condition.WithText text) {
        if (before != null && text.column() != before && text.column().owner() != before.owner()) {
          throw new NotUnderstood("an alternative between different tables");
        }
        before = text.column();
      }
    }
    return new Tested(new Condition.Any(conditions), tables);
  }

  private Tested versusAll(Test.VersusAll test, TableNode focus) {
    ColumnNode column;
    Op op = test.op();
    Mention about = test.about();
    if (about != null) {
      column = resolver.column(about);
    } else if (test.sense() != null) {
      Scales.Graded graded = resolver.scales().graded(test.sense(), focus);
      column = graded.column();
      op = graded.rising() ? op : op.mirrored();
    } else {
      throw new NotUnderstood("what is compared with the average");
    }
    numeric(column);
    return one(new Condition.WithAggregate(column, op, test.fn()), column);
  }

  private Tested between(Test.Between test, TableNode focus) {
    Mention about = test.about();
    Literal low = test.low();
    ColumnNode column =
        about != null
            ? resolver.column(about)
            : resolver
                .scales()
                .dateColumn(
                    low instanceof Literal.Dates d && d.span().yearOnly(),
                    low instanceof Literal.Dates d ? d.at() : 0,
                    focus);
    return one(
        new Condition.All(
            List.of(literal(column, Op.GE, low), literal(column, Op.LE, test.high()))),
        column);
  }

  private Tested compare(Test.Compare test, TableNode focus) {
    Mention about = test.about();
    ColumnNode column =
        switch (test.literal()) {
          case Literal.Text text -> textColumn(text.value(), about, test.op());
          case Literal.Figure number -> numberColumn(about);
          case Literal.Dates dates ->
              about == null || (about.namesTable() && about.columnScore() < 0.5)
                  ? resolver.scales().dateColumn(dates.span().yearOnly(), dates.at(), focus)
                  : resolver.column(about);
        };
    return one(literal(column, test.op(), test.literal()), column);
  }

  private ColumnNode numberColumn(@Nullable Mention about) {
    if (about == null) {
      throw new NotUnderstood("what a number is compared with");
    }
    if (about.namesTable() && about.columnScore() < about.tableScore()) {
      List<ColumnNode> key = resolver.table(about).key();
      if (key.size() == 1) {
        return key.get(0);
      }
    }
    return resolver.column(about);
  }

  private ColumnNode textColumn(Value value, @Nullable Mention about, Op op) {
    if (about == null) {
      return resolver.holder(value, null);
    }
    boolean pattern = op == Op.CONTAINS || op == Op.STARTS || op == Op.ENDS;
    boolean held =
        value.hits().stream()
            .anyMatch(h ->
                about.columns().stream()
                    .anyMatch(c -> c.score() >= 0.5 && c.column().reference().equals(h.column())));
    boolean inTable =
        value.hits().stream()
            .anyMatch(h ->
                about.tables().stream()
                    .anyMatch(t ->
                        t.table().columns().stream()
                            .anyMatch(c -> c.reference().equals(h.column()))));
    if (!pattern && (held || inTable)) {
      return resolver.holder(value, about);
    }
    ColumnNode column = resolver.column(about);
    if (!pattern && !value.hits().isEmpty() && !column.type().dated()) {
      throw new NotUnderstood(
          "'"
              + value.text()
              + "' is no "
              + column.humanised()
              + " of "
              + column.owner().humanised());
    }
    return column;
  }

  private Condition literal(ColumnNode column, Op op, Literal literal) {
    return switch (literal) {
      case Literal.Text text -> text(column, op, text.value());
      case Literal.Figure number -> number(column, op, number.value(), number.written());
      case Literal.Dates dates -> dates(column, op, dates.span());
    };
  }

  private Condition text(ColumnNode column, Op op, Value value) {
    String stored =
        value.hits().stream()
            .filter(h -> h.column().equals(column.reference()))
            .map(h -> h.storedValue())
            .findFirst()
            .orElse(value.text());
    if (column.type().numeric()) {
      try {
        return new Condition.WithNumber(column, op, new BigDecimal(stored.strip()), false);
      } catch (NumberFormatException e) {
        throw new NotUnderstood("'" + value.text() + "' is no number for " + column.humanised());
      }
    }
    if (column.type().dated() && !stored.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      throw new NotUnderstood("'" + value.text() + "' is no date for " + column.humanised());
    }
    if (column.type() == ColumnType.BOOLEAN) {
      throw new NotUnderstood("which truth value '" + value.text() + "' stands for");
    }
    boolean pattern = op == Op.CONTAINS || op == Op.STARTS || op == Op.ENDS;
    return new Condition.WithText(column, op, pattern ? value.text() : stored);
  }

  private Condition number(ColumnNode column, Op op, BigDecimal number, String written) {
    if (column.type().dated() || column.type() == ColumnType.BOOLEAN) {
      throw new NotUnderstood("what " + written + " means for " + column.humanised());
    }
    if (column.type() == ColumnType.TEXT) {
      if (op == Op.EQ || op == Op.NE) {
        return new Condition.WithText(column, op, number.toPlainString());
      }
      numeric(column);
      return new Condition.WithNumber(column, op, number, true);
    }
    return new Condition.WithNumber(column, op, number, false);
  }

  /** Numbers kept as text compare as numbers only where the database casts without failing. */
  void numeric(ColumnNode column) {
    boolean castable = column.type() == ColumnType.TEXT && dialect == SqlDialect.SQLITE;
    if (!column.type().numeric() && !castable) {
      throw new NotUnderstood(
          column.humanised() + " of " + column.owner().humanised() + " is no number");
    }
  }

  private static Condition dates(ColumnNode column, Op op, DateSpan span) {
    if (!Scales.dated(column) || Scales.year(column)) {
      if (span.yearOnly()) {
        BigDecimal year = BigDecimal.valueOf(span.from().getYear());
        return column.type() == ColumnType.TEXT
            ? new Condition.WithText(column, op, year.toPlainString())
            : new Condition.WithNumber(column, op, year, false);
      }
      throw new NotUnderstood(
          column.humanised() + " of " + column.owner().humanised() + " is no date");
    }
    Condition from = new Condition.WithDay(column, Op.GE, span.from());
    Condition until = new Condition.WithDay(column, Op.LT, span.until());
    return switch (op) {
      case EQ -> new Condition.All(List.of(from, until));
      case NE ->
          new Condition.Any(
              List.of(
                  new Condition.WithDay(column, Op.LT, span.from()),
                  new Condition.WithDay(column, Op.GE, span.until())));
      case GT -> new Condition.WithDay(column, Op.GE, span.until());
      case GE -> from;
      case LT -> new Condition.WithDay(column, Op.LT, span.from());
      case LE -> until;
      case CONTAINS, STARTS, ENDS -> throw new NotUnderstood("a part of a date");
    };
  }
}
