package io.custard.translate.render;

import io.custard.translate.ColumnType;
import io.custard.translate.SqlDialect;
import io.custard.translate.link.ColumnNode;
import io.custard.translate.plan.Condition;
import io.custard.translate.read.Op;
import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions. */
final class ConditionWriter {
  private final SqlWriter sql;
  private final SqlDialect dialect;

  ConditionWriter(SqlWriter sql, SqlDialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  String all(List<Condition> conditions, Scope scope) {
    return conditions.stream()
        .map(c ->
            c instanceof Condition.Any && conditions.size() > 1
                ? "(" + one(c, scope) + ")"
                : one(c, scope))
        .collect(Collectors.joining(" AND "));
  }

  private String one(Condition condition, Scope scope) {
    return switch (condition) {
      case Condition.WithText c -> text(c, scope);
      case Condition.WithNumber c -> {
        String column = sql.column(c.column(), scope);
        yield (c.cast() ? "CAST(" + column + " AS REAL)" : column)
            + " "
            + c.op().sql()
            + " "
            + c.number().toPlainString();
      }
      case Condition.WithDay c -> sql.column(c.column(), scope) + " " + c.op().sql() + " " + day(c);
      case Condition.Null c ->
          sql.column(c.column(), scope) + (c.missing() ? " IS NULL" : " IS NOT NULL");
      case Condition.Truth c -> truth(c, scope);
      case Condition.WithAggregate c -> {
        Scope inner = Scope.bareFor(c.column().owner());
        yield sql.column(c.column(), scope)
            + " "
            + c.op().sql()
            + " (SELECT "
            + c.fn().name()
            + "("
            + sql.column(c.column(), inner)
            + ") FROM "
            + sql.table(c.column().owner())
            + ")";
      }
      case Condition.All c -> all(c.conditions(), scope);
      case Condition.Any c ->
          c.conditions().stream()
              .map(i -> i instanceof Condition.All ? "(" + one(i, scope) + ")" : one(i, scope))
              .collect(Collectors.joining(" OR "));
      case Condition.Not c -> "NOT (" + one(c.condition(), scope) + ")";
      case Condition.Exists c ->
          (c.negated() ? "NOT EXISTS (SELECT 1" : "EXISTS (SELECT 1")
              + related(c.related(), scope)
              + ")";
      case Condition.Count c ->
          "(SELECT COUNT(*)" + related(c.related(), scope) + ") " + c.op().sql() + " " + c.count();
    };
  }

  private String related(Condition.Related related, Scope scope) {
    Scope inner = scope.inside(related.joins());
    String where = sql.link(related.link(), inner);
    List<Condition> conditions =
        related.conditions().stream()
            .filter(c -> !(c instanceof Condition.All a && a.conditions().isEmpty()))
            .toList();
    String more = conditions.isEmpty() ? "" : " AND " + wrapped(conditions, inner);
    return " FROM " + sql.from(related.joins(), inner) + " WHERE " + where + more;
  }

  private String wrapped(List<Condition> conditions, Scope scope) {
    return conditions.stream()
        .map(c -> c instanceof Condition.Any ? "(" + one(c, scope) + ")" : one(c, scope))
        .collect(Collectors.joining(" AND "));
  }

  private String text(Condition.WithText condition, Scope scope) {
    String column = sql.column(condition.column(), scope);
    if (condition.op().sql().equals("LIKE")) {
      String escaped = condition.text().replace("!", "!!").replace("%", "!%").replace("_", "!_");
      boolean special = !escaped.equals(condition.text());
      String pattern =
          (condition.op() == Op.STARTS ? "" : "%")
              + escaped
              + (condition.op() == Op.ENDS ? "" : "%");
      String like =
          switch (dialect) {
            case POSTGRESQL -> " ILIKE ";
            case SQLITE -> " LIKE ";
          };
      return column + like + Names.literal(pattern) + (special ? " ESCAPE '!'" : "");
    }
    return column + " " + condition.op().sql() + " " + Names.literal(condition.text());
  }

  private String day(Condition.WithDay condition) {
    String literal = Names.literal(condition.day().toString());
    ColumnType type = condition.column().type();
    return switch (dialect) {
      case POSTGRESQL ->
          (type == ColumnType.DATE ? "DATE " : type == ColumnType.TIMESTAMP ? "TIMESTAMP " : "")
              + literal;
      case SQLITE -> literal;
    };
  }

  private String truth(Condition.Truth condition, Scope scope) {
    ColumnNode column = condition.column();
    String name = sql.column(column, scope);
    return switch (dialect) {
      case POSTGRESQL -> condition.value() ? name : "NOT " + name;
      case SQLITE -> name + " = " + (condition.value() ? 1 : 0);
    };
  }
}
