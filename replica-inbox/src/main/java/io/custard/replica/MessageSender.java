package io.custard.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.custard.protocol.event.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Sends messages of the protocol as JSON. The family is the sealed interface of a message, whose
 * table of tags it is written with, or the record itself where there is no family.
 *
 * <p>Completes when the broker has the message; fails when it does not get through in time.
 */
@ApplicationScoped
public class MessageSender {
  private static final Logger LOG = Logger.getLogger(MessageSender.class);

  private final RecordSender sender;
  private final ObjectMapper json;
  private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

  MessageSender(RecordSender sender, ObjectMapper json) {
    this.sender = sender;
    this.json = json;
  }

  /** To exactly this partition: the inbox of one replica. */
  public <T> Uni<Void> send(Topic topic, int partition, Class<T> family, T message) {
    return sender.send(topic, partition, write(family, message));
  }

  /** To the partition that Kafka's own rule gives to the key. */
  public <T> Uni<Void> send(Topic topic, String key, Class<T> family, T message) {
    byte[] value = write(family, message);
    return topic.isUrgent() ? sender.send(topic, key, value) : sender.sendSoon(topic, key, value);
  }

  /** Under its own key to the partition of an owner, whose messages stay in order. */
  public <T> Uni<Void> send(Topic topic, Owned key, Class<T> family, T message) {
    return sender.send(topic, key.owner(), key.key(), write(family, message));
  }

  /**
   * The key of a message on a compacted topic.
   *
   * @param owner all its messages go to one partition
   */
  public record Owned(Object owner, String key) {}

  /** For messages whose loss is only worth a line in the log, because they are said again. */
  public static void tell(Uni<Void> sending, String what) {
    sending
        .subscribe()
        .with(sent -> {}, failure -> LOG.warnf("%s lost cause=%s", what, failure.toString()));
  }

  /** The message as it is sent. */
  public <T> byte[] write(Class<T> family, T message) {
    try {
      return writers.computeIfAbsent(family, json::writerFor).writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
  }
}
