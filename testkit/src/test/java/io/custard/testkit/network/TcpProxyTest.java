package io.custard.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.testkit.network.TcpProxy.Swallow;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpProxyTest {
  private ServerSocket echo;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    proxy = TcpProxy.to(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void bytesPassBothWays() throws IOException {
    try (Socket socket = connect()) {
      assertThat(ask(socket, 7)).isEqualTo(7);
    }
    assertThat(proxy.accepted()).isOne();
  }

  @Test
  void swallowedBytesNeverArriveAndNothingIsClosed() throws IOException {
    try (Socket socket = connect();
        Socket later = connect()) {
      ask(socket, 1);
      ask(later, 1);
      proxy.swallow(Swallow.TO_CLIENT);
      assertThatThrownBy(() -> ask(socket, 2)).isInstanceOf(SocketTimeoutException.class);
      proxy.swallow(Swallow.BOTH);
      assertThatThrownBy(() -> ask(later, 2)).isInstanceOf(SocketTimeoutException.class);

      proxy.forward();

      assertThatThrownBy(() -> ask(socket, 3)).as("old").isInstanceOf(SocketTimeoutException.class);
      try (Socket fresh = connect()) {
        assertThat(ask(fresh, 4)).isEqualTo(4);
        proxy.cutSwallowing();
        assertThat(socket.getInputStream()).satisfies(TcpProxyTest::isReset);
        assertThat(ask(fresh, 5)).isEqualTo(5);
      }
    }
  }

  private static void isReset(InputStream in) {
    assertThatThrownBy(in::read)
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void whatIsHeldBackArrivesLater() throws IOException {
    proxy.delay(150);
    try (Socket socket = connect()) {
      long begin = System.nanoTime();
      socket.setSoTimeout(5_000);
      assertThat(ask(socket, 5)).isEqualTo(5);
      assertThat(System.nanoTime() - begin).isGreaterThan(290_000_000);
    }
  }

  @Test
  void aCutEndsWhatIsOpenOnly() throws IOException {
    try (Socket socket = connect()) {
      ask(socket, 1);
      proxy.cut();
      assertThatThrownBy(() -> ask(socket, 2))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
    }
    try (Socket fresh = connect()) {
      assertThat(ask(fresh, 3)).isEqualTo(3);
    }
  }

  @Test
  void refusingEndsNewOnesTooUntilForwardedAgain() throws IOException {
    proxy.refuse();
    assertThatThrownBy(
            () -> {
              try (Socket socket = connect()) {
                ask(socket, 1);
              }
            })
        .isInstanceOf(IOException.class);

    proxy.forward();

    try (Socket socket = connect()) {
      assertThat(ask(socket, 2)).isEqualTo(2);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(300);
    return socket;
  }

  private static int ask(Socket socket, int number) throws IOException {
    socket.getOutputStream().write(number);
    int answer = socket.getInputStream().read();
    if (answer < 0) {
      throw new IOException("closed");
    }
    return answer;
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        Thread.ofVirtual().start(() -> echo(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void echo(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // The client has gone.
    }
  }
}
