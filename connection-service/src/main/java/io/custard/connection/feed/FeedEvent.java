package io.custard.connection.feed;

import io.custard.connection.status.ConnectionStatus;
import io.custard.protocol.ConnectionId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a stream says.
 *
 * @param id null for what is no event: a heartbeat, the end
 * @param name {@code snapshot}, {@code status}, {@code drift} or {@code removed}
 */
record FeedEvent(@Nullable String id, String name, @Nullable Object data) {
  /** Says nothing but that the stream is there. */
  static final FeedEvent HEARTBEAT = new FeedEvent(null, "heartbeat", null);

  /** Never sent: the stream ends here. */
  static final FeedEvent END = new FeedEvent(null, "end", null);

  FeedEvent {
    Objects.requireNonNull(name);
  }

  /** Everything that is watched, as it is now. */
  @RegisterForReflection
  record Snapshot(List<ConnectionStatus> items) {
    Snapshot {
      items = List.copyOf(items);
    }
  }

  /** A connection was deleted. */
  @RegisterForReflection
  record Removed(ConnectionId id) {}
}
