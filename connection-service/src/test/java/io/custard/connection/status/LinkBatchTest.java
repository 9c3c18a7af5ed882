package io.custard.connection.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.connection.key.KeyUse;
import io.custard.connection.status.LinkBatch.Stage;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.LinkId;
import io.custard.protocol.PolicySummary;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkBatchTest {
  private static final PolicySummary POLICY = new PolicySummary("h", "Allows all.");

  private final ConnectionId connection = ConnectionId.random();
  private final LinkId link = LinkId.random();

  @Test
  void healthOfOneLinkCollapsesToTheNewestButKeepsEveryHeadAndThePolicy() {
    AgentHealthV1 second = health(link, 2, null, new LedgerHead(1, "b"));
    LinkBatch batch =
        batch(
            health(link, 1, POLICY, new LedgerHead(7, "a")),
            second,
            health(link, 1, POLICY, new LedgerHead(7, "a")),
            health(link, 2, null, null));

    HealthRun run = batch.stages().getFirst().health().getFirst();
    assertThat(batch.stages().getFirst().health()).hasSize(1);
    assertThat(run.newest().atEpochMillis()).isEqualTo(2);
    assertThat(run.newest().ledger()).isNull();
    assertThat(run.policy()).isEqualTo(POLICY);
    assertThat(run.heads().stream().map(AgentHealthV1::ledger))
        .containsExactly(new LedgerHead(7, "a"), new LedgerHead(1, "b"));
    assertThat(batch.uses()).containsExactly(new KeyUse(connection, "k"));
  }

  @Test
  void healthOfAnotherLinkIsNotCollapsed() {
    LinkId other = LinkId.random();
    LinkBatch batch =
        batch(
            health(link, 1, null, null), health(other, 2, null, null), health(link, 3, null, null));

    assertThat(batch.stages().getFirst().health().stream().map(run -> run.newest().linkId()))
        .containsExactly(link, other, link);
  }

  @Test
  void aLifeOfALinkIsOneStageAndWhatComesAfterItAnother() {
    LinkId next = LinkId.random();
    LinkBatch batch =
        batch(
            linked("one", link),
            health(link, 1, null, null),
            new AgentUnlinkedV1(connection, "one", link, "closed", 2),
            linked("other", LinkId.random()),
            linked("one", next),
            health(next, 3, null, null));

    assertThat(batch.stages()).hasSize(2);
    assertThat(instances(batch.stages().getFirst())).containsExactly("one", "other");
    assertThat(batch.stages().getFirst().unlinked()).hasSize(1);
    assertThat(batch.stages().getLast().linked().getFirst().linkId()).isEqualTo(next);
    assertThat(batch.stages().getLast().health()).hasSize(1);
    assertThat(batch.linked()).containsExactly(connection);
  }

  private static List<String> instances(Stage stage) {
    return stage.linked().stream().map(AgentLinkedV1::instanceId).toList();
  }

  private static LinkBatch batch(LinkEvent... events) {
    LinkBatch batch = new LinkBatch();
    Stream.of(events).forEach(batch::add);
    return batch;
  }

  private AgentLinkedV1 linked(String instance, LinkId id) {
    return new AgentLinkedV1(
        connection, instance, id, new EngineDescription("p", "1"), "b", 1, null, null, null);
  }

  private AgentHealthV1 health(LinkId id, long at, PolicySummary policy, LedgerHead head) {
    return TestingHealth.of(connection, "one", id)
        .at(at)
        .policy(policy)
        .ledger(head)
        .key("k")
        .event();
  }
}
