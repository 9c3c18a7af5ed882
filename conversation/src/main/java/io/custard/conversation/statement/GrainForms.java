package io.custard.conversation.statement;

import io.custard.conversation.state.Grain;
import io.custard.guard.Dialect;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a grain of a date is written, in forms with {@code {}} for the column. */
public final class GrainForms {
  /** Stands for a column. */
  static final String COLUMN = "{}";

  private static final Map<Grain, String> UNITS =
      new EnumMap<>(
          Map.of(
              Grain.DAY, "day",
              Grain.WEEK, "week",
              Grain.MONTH, "month",
              Grain.QUARTER, "quarter",
              Grain.YEAR, "year"));
  private static final String SQLITE_QUARTER =
      "strftime('%Y', {}) || '-Q' || ((strftime('%m', {}) + 2) / 3)";
  private static final String MYSQL_QUARTER = "concat(year({}), '-Q', quarter({}))";
  private static final Map<String, Grain> READ = read();

  private GrainForms() {}

  /** The form a dialect writes; empty for a grain that only is read. */
  public static Optional<String> written(Dialect dialect, Grain grain) {
    if (!UNITS.containsKey(grain)) {
      return Optional.empty();
    }
    return switch (dialect) {
      case POSTGRESQL, DUCKDB ->
          Optional.of(
              switch (grain) {
                case DAY -> "cast({} as date)";
                case YEAR -> "extract(year from {})";
                default -> "date_trunc('" + UNITS.get(grain) + "', {})";
              });
      case MYSQL -> Optional.of(mysql(grain));
      case SQLITE -> Optional.of(sqlite(grain));
      case CLICKHOUSE, SQLSERVER, TRINO -> Optional.empty();
    };
  }

  private static String mysql(Grain grain) {
    return switch (grain) {
      case DAY -> "date({})";
      case WEEK -> "date_format({}, '%x-W%v')";
      case MONTH -> "date_format({}, '%Y-%m')";
      case QUARTER -> MYSQL_QUARTER;
      default -> "year({})";
    };
  }

  private static String sqlite(Grain grain) {
    return switch (grain) {
      case DAY -> "date({})";
      case WEEK -> "strftime('%Y-W%W', {})";
      case MONTH -> "strftime('%Y-%m', {})";
      case QUARTER -> SQLITE_QUARTER;
      default -> "strftime('%Y', {})";
    };
  }

  /** The grain of an expression in which the column is replaced. */
  static Optional<Grain> of(String form) {
    return Optional.ofNullable(READ.get(key(form)));
  }

  /** The form without blanks that do not matter. */
  static String key(String form) {
    return form.replaceAll("(?<!\\w) | (?!\\w)", "");
  }

  private static Map<String, Grain> read() {
    Map<String, Grain> forms = new HashMap<>();
    UNITS.forEach((grain, unit) -> {
      String truncated = "date_trunc('" + unit + "', {})";
      add(forms, grain, truncated, truncated + "::date", "cast(" + truncated + " as date)");
    });
    add(forms, Grain.DAY, "cast({} as date)", "{}::date", "date({})");
    add(forms, Grain.WEEK, "date_format({}, '%x-W%v')", "yearweek({})", "yearweek({}, 3)");
    add(forms, Grain.QUARTER, SQLITE_QUARTER, MYSQL_QUARTER);
    for (String part : List.of("year", "month", "quarter", "dow")) {
      Grain grain =
          switch (part) {
            case "year" -> Grain.YEAR;
            case "month" -> Grain.MONTH_OF_YEAR;
            case "quarter" -> Grain.QUARTER_OF_YEAR;
            default -> Grain.DAY_OF_WEEK;
          };
      casts(forms, grain, "extract(" + part + " from {})");
      casts(forms, grain, "date_part('" + part + "', {})");
      add(forms, grain, (part.equals("dow") ? "dayofweek" : part) + "({})");
    }
    formats(forms, Grain.DAY, "%Y-%m-%d", "YYYY-MM-DD");
    formats(forms, Grain.WEEK, "%Y-W%W", "IYYY-IW");
    formats(forms, Grain.WEEK, "%Y-%W", "IYYY-\"W\"IW");
    formats(forms, Grain.MONTH, "%Y-%m", "YYYY-MM");
    formats(forms, Grain.YEAR, "%Y", "YYYY");
    formats(forms, Grain.MONTH_OF_YEAR, "%m", "MM");
    formats(forms, Grain.DAY_OF_WEEK, "%w", "D");
    return Map.copyOf(forms);
  }

  private static void formats(Map<String, Grain> forms, Grain grain, String percent, String chars) {
    casts(forms, grain, "strftime('" + percent + "', {})");
    casts(forms, grain, "strftime({}, '" + percent + "')");
    casts(forms, grain, "date_format({}, '" + percent + "')");
    casts(forms, grain, "to_char({}, '" + chars + "')");
  }

  private static void casts(Map<String, Grain> forms, Grain grain, String form) {
    add(forms, grain, form, form + "::int", form + "::integer");
    add(forms, grain, "cast(" + form + " as integer)", "cast(" + form + " as int)");
  }

  private static void add(Map<String, Grain> forms, Grain grain, String... written) {
    for (String form : written) {
      forms.put(key(form), grain);
    }
  }
}
