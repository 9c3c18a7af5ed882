package io.custard.replica;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.Topic;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordSenderTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final MockProducer<byte[], byte[]> urgent = producer();
  private final MockProducer<byte[], byte[]> gathering = producer();
  private final RecordSender sender = new RecordSender(() -> urgent, () -> gathering);
  private final MessageSender messages = new MessageSender(sender, new ObjectMapper());

  @AfterEach
  void close() throws InterruptedException {
    sender.close();
  }

  @Test
  void whatNobodyWaitsForDoesNotTravelWithWhatIsWaitedFor() {
    messages.send(Topic.AUDIT, "key", String.class, "audit").await().atMost(LONG);
    messages.send(Topic.LINKS, "key", String.class, "link").await().atMost(LONG);
    sender.send(Topic.AUDIT, "key", "outbox".getBytes(UTF_8)).await().atMost(LONG);

    assertThat(values(gathering)).containsExactly("\"audit\"");
    assertThat(values(urgent)).containsExactly("\"link\"", "outbox");
  }

  @Test
  void whatWasTakenIsSentBeforeTheEndAndNothingAfterIt() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      messages.send(Topic.AUDIT, "key", Integer.class, i);
    }

    sender.close();

    assertThat(values(gathering)).hasSize(100);
    assertThat(gathering.closed()).isTrue();
    assertThatThrownBy(
            () -> messages.send(Topic.LINKS, "key", Integer.class, 1).await().atMost(LONG))
        .isInstanceOf(RuntimeException.class);
  }

  private static List<String> values(MockProducer<byte[], byte[]> producer) {
    return producer.history().stream()
        .map(ProducerRecord::value)
        .map(value -> new String(value, UTF_8))
        .toList();
  }

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
