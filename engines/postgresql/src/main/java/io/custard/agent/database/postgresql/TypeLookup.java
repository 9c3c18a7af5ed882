package io.custard.agent.database.postgresql;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds types by number; asks {@code pg_type} for those that are not the same on every server. */
final class TypeLookup {
  private TypeLookup() {}

  /**
   * What is needed of a type {@code t} to map it: for a domain its base, for an array its element.
   */
  static final String TRAITS =
      """
      coalesce(nullif(t.typbasetype, 0), t.oid) AS oid, t.typtype::text AS kind,
      t.typcategory::text AS category, t.typdelim::text AS delimiter,
      e.oid AS element_oid, e.typtype::text AS element_kind, e.typcategory::text AS element_category,
      e.typdelim::text AS element_delimiter\
      """;

  static final String ELEMENT =
      """
      LEFT JOIN pg_catalog.pg_type e
        ON t.typcategory = 'A' AND t.typlen = -1 AND e.oid = t.typelem\
      """;

  static Future<List<PgType>> types(PgSession session, List<ResultTap.Described> columns) {
    String unknown =
        columns.stream()
            .map(ResultTap.Described::oid)
            .filter(oid -> PgTypes.builtIn(oid).isEmpty())
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    if (unknown.isEmpty()) {
      return Future.succeededFuture(resolve(columns, Map.of()));
    }
    String query =
        "SELECT t.oid AS own_oid, "
            + TRAITS
            + " FROM pg_catalog.pg_type t "
            + ELEMENT
            + " WHERE t.oid IN ("
            + unknown
            + ")";
    return session.rows(query).map(rows -> resolve(columns, found(rows)));
  }

  private static Map<Long, PgType> found(List<Row> rows) {
    Map<Long, PgType> types = new HashMap<>();
    rows.forEach(row -> types.put(Long.valueOf(row.getString("own_oid")), read(row)));
    return types;
  }

  private static List<PgType> resolve(List<ResultTap.Described> columns, Map<Long, PgType> found) {
    return columns.stream()
        .map(column ->
            PgTypes.builtIn(column.oid())
                .orElseGet(() -> found.getOrDefault(column.oid(), PgType.OTHER)))
        .toList();
  }

  /** Reads a row that has the columns of {@link #TRAITS}. */
  static PgType read(Row row) {
    PgTypes.Traits traits = traits(row, "oid", "kind", "category");
    if (PgTypes.builtIn(traits.oid()).isPresent() || row.getString("element_oid") == null) {
      return PgTypes.of(traits);
    }
    PgType element = PgTypes.of(traits(row, "element_oid", "element_kind", "element_category"));
    return PgType.arrayOf(element, row.getString("element_delimiter").charAt(0));
  }

  private static PgTypes.Traits traits(Row row, String oid, String kind, String category) {
    return new PgTypes.Traits(
        Long.parseLong(row.getString(oid)),
        row.getString(kind).charAt(0),
        row.getString(category).charAt(0));
  }
}
