package io.custard.protocol.agent;

import io.custard.protocol.TableDescription;
import java.util.Objects;

/** One table of the schema under discovery. */
public record SchemaTable(String discoveryId, TableDescription table) implements AgentFrame {
  public SchemaTable {
    Objects.requireNonNull(discoveryId);
    Objects.requireNonNull(table);
  }
}
