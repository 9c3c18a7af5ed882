package io.custard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedPortTest {

  @Test
  void whatOneReservedTheOtherDoesNotChoose() {
    try (ReservedPort first = ReservedPort.preferring(0);
        ReservedPort second = ReservedPort.preferring(first.number())) {
      assertThat(second.number()).isNotEqualTo(first.number());
      assertThat(FreePort.isFreeOnLoopback(first.number())).as("for the server itself").isTrue();
    }
  }

  @Test
  void aClosedReservationIsFreeAgain() {
    ReservedPort first = ReservedPort.preferring(0);
    first.close();

    try (ReservedPort second = ReservedPort.preferring(first.number())) {
      assertThat(second.number()).isEqualTo(first.number());
    }
  }

  @Test
  void aPortSomebodyListensOnIsNotChosen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ReservedPort port = ReservedPort.preferring(taken.getLocalPort())) {
      assertThat(port.number()).isNotEqualTo(taken.getLocalPort());
    }
  }

  /** Its library waits a minute for a server that could not start. */
  @Test
  @EnabledIfSystemProperty(named = "custard.long", matches = "true")
  void postgresToo() throws Exception {
    aServerWhosePortAStrangerTookMeanwhileGetsAnother("postgres");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis", "kafka", "smtp"})
  void aServerWhosePortAStrangerTookMeanwhileGetsAnother(String server) throws Exception {
    List<ServerSocket> strangers = new ArrayList<>();
    AutoCloseable started =
        ReservedPort.attempt(
            0,
            port -> {
              if (strangers.isEmpty()) {
                strangers.add(listenOn(port.number()));
              }
              return start(server, port);
            });
    started.close();
    strangers.getFirst().close();
  }

  @Test
  void afterThreeStrangersItGivesUp() {
    List<ServerSocket> strangers = new ArrayList<>();

    assertThatThrownBy(() ->
            ReservedPort.attempt(
                0,
                port -> {
                  strangers.add(listenOn(port.number()));
                  throw new ServerStartException("cannot bind");
                }))
        .hasMessage("cannot bind");

    assertThat(strangers).hasSize(3);
    strangers.forEach(ReservedPortTest::close);
  }

  @Test
  void anotherFailureIsFinal() {
    List<Integer> ports = new ArrayList<>();

    assertThatThrownBy(() ->
            ReservedPort.attempt(
                0,
                port -> {
                  ports.add(port.number());
                  throw new ServerStartException("no disk");
                }))
        .hasMessage("no disk");

    assertThat(ports).hasSize(1);
  }

  private static AutoCloseable start(String server, ReservedPort port) {
    return switch (server) {
      case "postgres" -> PostgresServer.start(PostgresSettings.temporary(), port);
      case "redis" -> RedisServer.start(RedisSettings.temporary(), port);
      case "kafka" -> KafkaBroker.start(KafkaSettings.temporary(), port);
      default -> SmtpSink.start(port, java.nio.file.Path.of("target", "mails"));
    };
  }

  private static ServerSocket listenOn(int port) {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
