package io.custard.outbox;

import io.custard.protocol.event.Topic;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record to be published.
 *
 * @param owner whose partition it goes to, for topics where records of one owner stay in order
 *     under different keys; null: the partition of the key
 */
public record OutboxRecord(Topic topic, @Nullable Object owner, String key, String payload) {
  public OutboxRecord {
    Objects.requireNonNull(topic);
    Objects.requireNonNull(key);
    Objects.requireNonNull(payload);
  }

  @Override
  public String toString() {
    return "OutboxRecord[" + topic + "]";
  }
}
