package io.custard.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link KafkaBroker} is started.
 *
 * @param directory for the logs; null: temporary, gone when the broker is closed
 * @param port 0: a free one
 * @param partitions of each topic that does not exist yet
 */
public record KafkaSettings(@Nullable Path directory, int port, int partitions) {
  private static final int FEW_PARTITIONS = 4;

  public static KafkaSettings in(Path directory) {
    return new KafkaSettings(directory, 0, FEW_PARTITIONS);
  }

  public static KafkaSettings temporary() {
    return new KafkaSettings(null, 0, FEW_PARTITIONS);
  }

  public KafkaSettings onPort(int wanted) {
    return new KafkaSettings(directory, wanted, partitions);
  }
}
