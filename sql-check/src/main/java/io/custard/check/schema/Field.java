package io.custard.check.schema;

import io.custard.protocol.TableDescription.Column;
import org.jspecify.annotations.Nullable;

/**
 * One column of a relation.
 *
 * @param key its name as it is compared
 * @param shown its name as a statement spells it
 * @param column the table's column whose values it holds unchanged; null if it is computed
 */
public record Field(String key, String shown, @Nullable Column column) {}
