package io.custard.query.prompt;

import io.custard.protocol.TableDescription;
import io.custard.query.sample.ModelValues;
import java.util.List;
import java.util.Objects;

/**
 * The part of a schema that a prompt has room for.
 *
 * @param all how many tables there are
 * @param values examples of what columns hold, where a model may see them
 */
public record SchemaPart(List<TableDescription> tables, int all, ModelValues values) {
  public SchemaPart {
    tables = List.copyOf(tables);
    Objects.requireNonNull(values);
  }

  /** Without values. */
  public SchemaPart(List<TableDescription> tables, int all) {
    this(tables, all, ModelValues.NONE);
  }

  /** The same tables with examples. */
  public SchemaPart with(ModelValues examples) {
    return new SchemaPart(tables, all, examples);
  }
}
