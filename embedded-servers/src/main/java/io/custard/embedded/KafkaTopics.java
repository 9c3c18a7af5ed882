package io.custard.embedded;

import io.custard.protocol.event.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics of the protocol that a broker does not have yet. */
final class KafkaTopics {
  private static final short ONE_COPY = 1;

  /**
   * Each running replica has a partition of these to itself; that of one that died is free again
   * only when its lease ends, so there must be more than run at once.
   */
  private static final Set<Topic> INBOXES = Set.of(Topic.COMMANDS, Topic.REPLIES);

  private static final int FEWEST_INBOXES = 8;

  private KafkaTopics() {}

  static void create(Admin admin, int partitions, Duration limit) throws Exception {
    Set<String> existing = admin.listTopics().names().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    List<NewTopic> missing =
        Arrays.stream(Topic.values())
            .filter(topic -> !existing.contains(topic.topic()))
            .map(topic ->
                new NewTopic(topic.topic(), partitions(topic, partitions), ONE_COPY)
                    .configs(topic.settings()))
            .toList();
    admin.createTopics(missing).all().get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static int partitions(Topic topic, int usual) {
    return INBOXES.contains(topic) ? Math.max(usual, FEWEST_INBOXES) : usual;
  }
}
