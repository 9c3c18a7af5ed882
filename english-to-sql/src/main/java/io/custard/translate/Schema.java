package io.custard.translate;

import java.util.List;

/** The tables a question may be asked over. */
public record Schema(List<Table> tables) {
  public Schema {
    tables = List.copyOf(tables);
  }
}
