package io.custard.protocol;

import java.util.Objects;

/** Names one table or view of a database, as the database spells it. */
public record TableName(String schema, String name) {
  public TableName {
    Objects.requireNonNull(schema);
    Objects.requireNonNull(name);
  }
}
