package io.custard.agent.database.postgresql;

import io.custard.protocol.ColumnType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types that every PostgreSQL server numbers the same, and rules for the others. */
final class PgTypes {
  private static final Map<Long, PgType> BUILT_IN = builtIn();

  /** What is known of a type from {@code pg_type}. */
  record Traits(long oid, char kind, char category) {}

  private PgTypes() {}

  /** The type behind a number all servers share; empty for those that need a look-up. */
  static Optional<PgType> builtIn(long oid) {
    return Optional.ofNullable(BUILT_IN.get(oid));
  }

  /** A type with its base type in place of a domain. */
  static PgType of(Traits traits) {
    PgType known = BUILT_IN.get(traits.oid());
    if (known != null) {
      return known;
    }
    boolean isText = traits.kind() == 'e' || traits.category() == 'S';
    return isText ? PgType.TEXT : PgType.OTHER;
  }

  private static Map<Long, PgType> builtIn() {
    Map<Long, PgType> types = new HashMap<>();
    put(types, 16, 1000, new PgType(ColumnType.BOOLEAN, Cells::bool));
    put(types, 17, 1001, new PgType(ColumnType.BYTES, Cells::bytes));
    put(types, 18, 1002, PgType.TEXT);
    put(types, 19, 1003, PgType.TEXT);
    PgType integer = new PgType(ColumnType.INTEGER, Cells::verbatim);
    put(types, 20, 1016, integer);
    put(types, 21, 1005, integer);
    put(types, 23, 1007, integer);
    put(types, 26, 1028, integer);
    put(types, 25, 1009, PgType.TEXT);
    put(types, 1042, 1014, PgType.TEXT);
    put(types, 1043, 1015, PgType.TEXT);
    types.put(705L, PgType.TEXT);
    PgType number = new PgType(ColumnType.FLOAT, Cells::number);
    put(types, 700, 1021, number);
    put(types, 701, 1022, number);
    put(types, 1700, 1231, new PgType(ColumnType.DECIMAL, Cells::number));
    put(types, 1082, 1182, new PgType(ColumnType.DATE, DateTimeCells::date));
    put(types, 1083, 1183, new PgType(ColumnType.TIME, Cells::string));
    put(types, 1266, 1270, new PgType(ColumnType.TIME, DateTimeCells::timeWithZone));
    put(types, 1114, 1115, new PgType(ColumnType.TIMESTAMP, DateTimeCells::date));
    put(types, 1184, 1185, new PgType(ColumnType.TIMESTAMPTZ, DateTimeCells::dateTimeWithZone));
    put(types, 1186, 1187, new PgType(ColumnType.INTERVAL, Cells::string));
    put(types, 2950, 2951, new PgType(ColumnType.UUID, Cells::string));
    put(types, 114, 199, new PgType(ColumnType.JSON, Cells::json));
    put(types, 3802, 3807, new PgType(ColumnType.JSON, Cells::json));
    // int2vector and oidvector call themselves arrays but do not print as arrays
    types.put(22L, PgType.OTHER);
    types.put(30L, PgType.OTHER);
    return Map.copyOf(types);
  }

  private static void put(Map<Long, PgType> types, long oid, long arrayOid, PgType type) {
    types.put(oid, type);
    types.put(arrayOid, PgType.arrayOf(type, ','));
  }
}
