package io.custard.connection.outbox;

import java.util.Objects;

/** One record to publish. Rows of the same topic and key leave in the order of their ids. */
record OutboxRow(long id, String topic, String key, String payload) {
  OutboxRow {
    Objects.requireNonNull(topic);
    Objects.requireNonNull(key);
    Objects.requireNonNull(payload);
  }

  @Override
  public String toString() {
    return "OutboxRow[" + id + "]";
  }
}
