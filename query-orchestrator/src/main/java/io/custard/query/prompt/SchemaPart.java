package io.custard.query.prompt;

import io.custard.protocol.TableDescription;
import java.util.List;

/**
 * The part of a schema that a prompt has room for.
 *
 * @param all how many tables there are
 */
public record SchemaPart(List<TableDescription> tables, int all) {
  public SchemaPart {
    tables = List.copyOf(tables);
  }
}
