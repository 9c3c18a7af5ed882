package io.custard.agent.schema;

import io.custard.protocol.TableName;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a discovery sent, as far as the next one has to know it: a name and 16 bytes for each table.
 * A schema with more than {@value #MOST_TABLES} tables is not remembered; it is sent whole again.
 */
final class SentSchema {
  private static final int MOST_TABLES = 20_000;

  private final String discoveryId;
  private final Map<TableName, ByteBuffer> tables = new HashMap<>();
  private boolean tooLarge;

  SentSchema(String discoveryId) {
    this.discoveryId = discoveryId;
  }

  String discoveryId() {
    return discoveryId;
  }

  void add(TableName name, ByteBuffer hash) {
    if (tables.size() >= MOST_TABLES) {
      tooLarge = true;
      tables.clear();
    }
    if (!tooLarge) {
      tables.put(name, hash);
    }
  }

  boolean has(TableName name, ByteBuffer hash) {
    return hash.equals(tables.get(name));
  }

  /** Tables of this one that a later one has not any more. */
  List<TableName> goneFrom(SentSchema later) {
    return tables.keySet().stream().filter(name -> !later.tables.containsKey(name)).toList();
  }

  /** Itself, if a later discovery can build on it. */
  Optional<SentSchema> asBase() {
    return tooLarge ? Optional.empty() : Optional.of(this);
  }
}
