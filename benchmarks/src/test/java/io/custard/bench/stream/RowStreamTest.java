package io.custard.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowStreamTest {
  private static final String COLUMNS = "{\"type\":\"columns\"}\n";

  @Test
  void countsTheRowsBetweenTheFirstLineAndTheLast() throws IOException {
    Transfer transfer =
        read(COLUMNS + "[1]\n[2]\n{\"type\":\"end\",\"row_count\":2,\"truncated\":null}\n");

    assertThat(transfer.rows()).isEqualTo(2);
  }

  @Test
  void refusesAStreamThatDoesNotEndAsItSays() {
    assertThatThrownBy(() -> read(COLUMNS + "[1]\n{\"type\":\"error\",\"code\":\"X\"}\n"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> read(COLUMNS + "{\"type\":\"end\",\"row_count\":1,\"truncated\":null}\n"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Transfer read(String text) throws IOException {
    return RowStream.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), System.nanoTime());
  }
}
