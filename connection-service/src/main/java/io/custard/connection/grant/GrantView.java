package io.custard.connection.grant;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.ConnectionLevel;
import io.custard.protocol.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What one person may do with a connection, whatever their role. */
@JsonNaming(SnakeCaseStrategy.class)
record GrantView(UserId userId, ConnectionLevel level) {

  /** All grants of a connection, by user id. */
  record Page(List<GrantView> items) {
    Page {
      items = List.copyOf(items);
    }

    static Page of(Map<UserId, ConnectionLevel> levels) {
      return new Page(
          levels.entrySet().stream()
              .map(grant -> new GrantView(grant.getKey(), grant.getValue()))
              .sorted(Comparator.comparing(grant -> grant.userId().toString()))
              .toList());
    }
  }
}
