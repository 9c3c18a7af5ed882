package io.custard.connection.registry;

import io.custard.access.ConnectionLevel;
import io.custard.protocol.UserId;
import io.custard.protocol.event.ConnectionRegisteredV1.Grant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stored grants, levels by user id, in the forms in which others know them. */
final class GrantedLevels {
  private GrantedLevels() {}

  /** A level this build does not know gives nothing. */
  static Map<UserId, ConnectionLevel> of(Map<UUID, String> stored) {
    return stored.entrySet().stream()
        .collect(
            Collectors.toMap(
                grant -> UserId.of(grant.getKey()),
                grant -> ConnectionLevel.of(grant.getValue()).orElse(ConnectionLevel.NONE)));
  }

  static List<Grant> published(Map<UUID, String> stored) {
    return stored.entrySet().stream()
        .map(grant -> new Grant(UserId.of(grant.getKey()), grant.getValue()))
        .sorted(Comparator.comparing(grant -> grant.userId().toString()))
        .toList();
  }
}
