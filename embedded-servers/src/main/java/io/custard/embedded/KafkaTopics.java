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

  private KafkaTopics() {}

  static void create(Admin admin, int partitions, Duration limit) throws Exception {
    Set<String> existing = admin.listTopics().names().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    List<NewTopic> missing =
        Arrays.stream(Topic.values())
            .filter(topic -> !existing.contains(topic.topic()))
            .map(topic ->
                new NewTopic(topic.topic(), partitions, ONE_COPY).configs(topic.settings()))
            .toList();
    admin.createTopics(missing).all().get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }
}
