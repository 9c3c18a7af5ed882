package io.custard.protocol.event;

import io.custard.protocol.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two schemas.
 *
 * @param kind {@code table-added}, {@code table-removed}, {@code column-added}, {@code
 *     column-removed}, {@code column-changed}, {@code keys-changed} or {@code comment-changed}
 * @param column absent when it is about the table
 * @param before and {@code after}: types or keys in words; absent where there is nothing to compare
 */
public record SchemaChange(
    String kind,
    TableName table,
    @Nullable String column,
    @Nullable String before,
    @Nullable String after) {
  public SchemaChange {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(table);
  }
}
