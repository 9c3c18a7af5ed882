package io.custard.connection.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ConnectionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentUsesTest {
  private final KeyUse one = new KeyUse(ConnectionId.random(), "one");
  private final KeyUse other = new KeyUse(ConnectionId.random(), "other");
  private long now = -5;
  private final RecentUses uses = new RecentUses(() -> now);

  @Test
  void aKeyIsDueOnceAMinute() {
    assertThat(uses.due(List.of(one, other, one))).containsExactly(one, other);
    uses.wrote(List.of(one));

    now += Duration.ofSeconds(59).toNanos();
    assertThat(uses.due(List.of(one, other))).containsExactly(other);

    now += Duration.ofSeconds(1).toNanos();
    assertThat(uses.due(List.of(one))).containsExactly(one);
  }

  @Test
  void whatCouldNotBeWrittenStaysDue() {
    assertThat(uses.due(List.of(one))).containsExactly(one);
    assertThat(uses.due(List.of(one))).containsExactly(one);
  }
}
