package io.custard.connection.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.connection.status.LedgerNews.Head;
import io.custard.connection.status.LedgerNews.Step;
import io.custard.connection.status.LinkBatch.Agent;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.LinkId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerNewsTest {
  private final ConnectionId connection = ConnectionId.random();
  private final LedgerNews news =
      new LedgerNews(
          Map.of(new Agent(connection, "one"), new Head(7, "07", LinkWrites.time(1_000))));

  @Test
  void ofHeadsThatGoForwardsOnlyTheLastIsKept() {
    told(2_000, 8, "08");
    told(3_000, 9, "09");

    assertThat(news.steps().stream().map(step -> step.head().lines())).containsExactly(9L);
    assertThat(news.warnings()).isEmpty();
    assertThat(news.begun()).isEmpty();
  }

  @Test
  void aHeadThatWentBackBetweenTwoOthersIsNotLost() {
    told(2_000, 5, "05");
    told(3_000, 9, "09");
    told(4_000, 9, "ff");

    assertThat(news.steps().stream().map(step -> step.head().hash()))
        .containsExactly("05", "09", "ff");
    assertThat(news.warnings().stream().map(Step::warning))
        .containsExactly(
            "The ledger had 7 lines and now has 5: its end was cut off.",
            "Line 9 of the ledger is not what it was: it was altered.");
  }

  @Test
  void anOlderHeadThatComesAgainIsNothing() {
    told(999, 1, "01");

    assertThat(news.steps()).isEmpty();
  }

  private void told(long at, long lines, String hash) {
    LedgerHead head = new LedgerHead(lines, hash);
    news.add(
        TestingHealth.of(connection, "one", LinkId.random()).at(at).ledger(head).event(), head);
  }
}
