package io.custard.connection.feed;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** Writes events as server-sent ones; what is no event becomes a comment. */
final class SseMapper {
  private SseMapper() {}

  static OutboundSseEvent map(FeedEvent event, Sse sse) {
    OutboundSseEvent.Builder builder = sse.newEventBuilder();
    if (event.id() == null || event.data() == null) {
      return builder.comment(event.name()).build();
    }
    return builder.id(event.id()).name(event.name()).data(event.data()).build();
  }
}
