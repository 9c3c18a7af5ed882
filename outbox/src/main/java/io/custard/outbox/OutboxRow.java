package io.custard.outbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record to publish. Rows of the same topic and key leave in the order of their ids.
 *
 * @param owner whose partition it goes to; null: that of the key
 * @param attempts how often it was refused so far
 */
record OutboxRow(
    long id, String topic, @Nullable String owner, String key, String payload, int attempts) {
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
