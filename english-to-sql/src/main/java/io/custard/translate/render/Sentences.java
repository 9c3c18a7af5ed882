package io.custard.translate.render;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.TableNode;
import io.custard.translate.plan.Condition;
import io.custard.translate.plan.Expr;
import io.custard.translate.plan.Plan;
import io.custard.translate.read.Op;
import io.custard.translate.text.Stemmer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a sentence how a question was read, and how its result answers it. */
public final class Sentences {
  private Sentences() {}

  /** How the question was read, from the plan alone, so that it tells what the SQL does. */
  public static String explanation(Plan plan) {
    StringBuilder text = new StringBuilder();
    if (countsRows(plan)) {
      text.append("Counts rows of ").append(plan.joins().root().table().name());
    } else {
      text.append("Shows ")
          .append(plan.distinct() ? "different " : "")
          .append(plan.outputs().stream().map(Sentences::expr).collect(Collectors.joining(", ")))
          .append(" from ")
          .append(
              plan.joins().tables().stream()
                  .map(t -> t.table().name())
                  .collect(Collectors.joining(" with ")));
    }
    if (!plan.where().isEmpty()) {
      text.append(" where ").append(all(plan.where()));
    }
    if (!plan.groupBy().isEmpty()) {
      text.append(", for each ")
          .append(plan.groupBy().stream().map(Sentences::expr).collect(Collectors.joining(", ")));
    }
    plan.having()
        .forEach(h ->
            text.append(" with ")
                .append(expr(h.measure()))
                .append(' ')
                .append(h.op().sql())
                .append(' ')
                .append(h.number().toPlainString()));
    if (!plan.order().isEmpty()) {
      text.append(", ordered by ")
          .append(
              plan.order().stream()
                  .map(o -> expr(o.expr()) + (o.descending() ? " descending" : ""))
                  .collect(Collectors.joining(", ")));
    }
    if (plan.limit() != null) {
      text.append(", only the first ").append(plan.limit() == 1 ? "row" : plan.limit() + " rows");
    }
    Plan both = plan.both();
    if (both != null) {
      text.append(", only what is also found where ").append(all(both.where()));
    }
    return oneLine(text.append('.').toString());
  }

  private static boolean countsRows(Plan plan) {
    return plan.outputs().size() == 1
        && plan.outputs().get(0) instanceof Expr.Agg agg
        && agg.column() == null;
  }

  private static String expr(Expr expr) {
    return switch (expr) {
      case Expr.Col col -> col.column().column().name();
      case Expr.Star star -> "all columns";
      case Expr.Agg agg -> {
        ColumnNode column = agg.column();
        String of =
            column == null ? "" : (agg.distinct() ? "different " : "") + column.column().name();
        yield switch (agg.fn()) {
          case COUNT -> column == null ? "the number of rows" : "the number of " + of;
          case SUM -> "the total of " + of;
          case AVG -> "the average of " + of;
          case MIN -> "the lowest " + of;
          case MAX -> "the highest " + of;
        };
      }
    };
  }

  private static String all(List<Condition> conditions) {
    return conditions.stream().map(Sentences::one).collect(Collectors.joining(" and "));
  }

  private static String one(Condition condition) {
    return switch (condition) {
      case Condition.WithText c ->
          c.column().column().name() + " " + word(c.op()) + " " + Names.literal(c.text());
      case Condition.WithNumber c ->
          c.column().column().name() + " " + c.op().sql() + " " + c.number().toPlainString();
      case Condition.WithDay c -> c.column().column().name() + " " + c.op().sql() + " " + c.day();
      case Condition.Null c ->
          c.column().column().name() + (c.missing() ? " is missing" : " is known");
      case Condition.Truth c -> c.column().column().name() + " is " + c.value();
      case Condition.WithAggregate c ->
          c.column().column().name()
              + " "
              + c.op().sql()
              + " the overall "
              + switch (c.fn()) {
                case AVG -> "average";
                case MIN -> "lowest";
                case MAX -> "highest";
                case SUM -> "total";
                case COUNT -> "count";
              };
      case Condition.All c -> all(c.conditions());
      case Condition.Any c ->
          "("
              + c.conditions().stream().map(Sentences::one).collect(Collectors.joining(" or "))
              + ")";
      case Condition.Not c -> "not (" + one(c.condition()) + ")";
      case Condition.Exists c -> (c.negated() ? "no " : "some ") + related(c.related()) + " exists";
      case Condition.Count c ->
          "the number of " + related(c.related()) + " " + c.op().sql() + " " + c.count();
    };
  }

  private static String related(Condition.Related related) {
    String tables =
        related.joins().tables().stream()
            .map(t -> t.table().name())
            .collect(Collectors.joining(" with "));
    String where = all(related.conditions());
    return "related " + tables + (where.isBlank() ? "" : " (where " + where + ")");
  }

  private static String word(Op op) {
    return switch (op) {
      case CONTAINS -> "contains";
      case STARTS -> "starts with";
      case ENDS -> "ends with";
      case EQ, NE, LT, LE, GT, GE -> op.sql();
    };
  }

  /** The answer, with references to cells of the result where figures belong. */
  public static String answer(Plan plan) {
    List<Expr> outputs = plan.outputs();
    TableNode root = plan.joins().root();
    String things = plural(root.humanised());
    String suffix = condition(plan);
    if (countsRows(plan) && plan.groupBy().isEmpty()) {
      return oneLine("There are {rows[0][0]} " + things + suffix + ".");
    }
    boolean oneRow =
        plan.groupBy().isEmpty() && outputs.stream().allMatch(Expr.Agg.class::isInstance);
    if (oneRow) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < outputs.size(); i++) {
        parts.add(capitalised(phrase(outputs.get(i)), i == 0) + " is {rows[0][" + i + "]}");
      }
      return oneLine(String.join(", ", parts) + suffix + ".");
    }
    if (plan.limit() != null
        && plan.limit() == 1
        && plan.top()
        && outputs.size() <= 3
        && outputs.stream().noneMatch(Expr.Star.class::isInstance)) {
      return oneLine(top(plan));
    }
    String shown =
        outputs.size() == 1 && outputs.get(0) instanceof Expr.Col col
            ? (plan.distinct() ? "different " : "") + plural(col.column().humanised())
            : things;
    String ordered =
        plan.order().isEmpty() ? "" : ", listed by " + phrase(plan.order().get(0).expr());
    return oneLine(
        "{row_count} " + (plan.groupBy().isEmpty() ? shown : "rows") + suffix + ordered + ".");
  }

  private static String top(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < plan.outputs().size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(capitalised(phrase(plan.outputs().get(i)), i == 0))
          .append(": {rows[0][")
          .append(i)
          .append("]}");
    }
    if (!plan.order().isEmpty()) {
      Plan.Order order = plan.order().get(0);
      text.append(" (the ")
          .append(order.descending() ? "highest by " : "lowest by ")
          .append(phrase(order.expr()).replaceFirst("^the ", ""))
          .append(')');
    }
    return text.append(condition(plan)).append('.').toString();
  }

  private static String phrase(Expr expr) {
    return switch (expr) {
      case Expr.Col col -> col.column().humanised();
      case Expr.Star star -> star.table().humanised();
      case Expr.Agg agg -> {
        ColumnNode column = agg.column();
        String of = column == null ? "rows" : column.humanised();
        yield switch (agg.fn()) {
          case COUNT -> "the number of " + (column == null ? of : "different " + plural(of));
          case SUM -> "the total " + of;
          case AVG -> "the average " + of;
          case MIN -> "the lowest " + of;
          case MAX -> "the highest " + of;
        };
      }
    };
  }

  private static String condition(Plan plan) {
    String where = plan.where().isEmpty() ? "" : " where " + humanised(all(plan.where()));
    return where.length() > 160 ? " that match" : where;
  }

  private static String humanised(String text) {
    return text.replace('{', '(').replace('}', ')');
  }

  private static String capitalised(String text, boolean first) {
    return first && !text.isEmpty()
        ? text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1)
        : text;
  }

  private static String plural(String words) {
    if (!Stemmer.singular(words).equals(words) || words.endsWith("people")) {
      return words;
    }
    if (words.endsWith("y")
        && words.length() > 2
        && "aeiou".indexOf(words.charAt(words.length() - 2)) < 0) {
      return words.substring(0, words.length() - 1) + "ies";
    }
    boolean hiss =
        words.endsWith("s") || words.endsWith("x") || words.endsWith("ch") || words.endsWith("sh");
    return words + (hiss ? "es" : "s");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
