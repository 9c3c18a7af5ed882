package io.custard.launcher.command;

import io.custard.cli.api.RunContext;
import io.custard.launcher.home.Home;
import io.custard.launcher.process.Readiness;
import io.custard.launcher.running.ContextFile;
import io.custard.launcher.running.RunningPart;
import io.custard.launcher.seed.AgentStatus;
import io.custard.launcher.seed.DemoAccount;
import io.custard.launcher.seed.DemoConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** Asks a running part, in the way its kind allows, whether it can work. */
record PartReadiness(Optional<RunContext> context) {
  private static final int CONNECT_MILLIS = 1000;

  static PartReadiness of(Home home) {
    return new PartReadiness(ContextFile.read(home));
  }

  boolean isReady(RunningPart part) {
    return part.process().isAlive()
        && switch (part.kind()) {
          case SERVER -> listens(part.port());
          case SERVICE -> Readiness.isReady(part.port());
          case AGENT -> isLinked();
        };
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isLinked() {
    return context
        .flatMap(at ->
            DemoConnection.status(
                at.url(), new DemoAccount(at.email(), at.password()), at.connectionId()))
        .map(AgentStatus::linked)
        .orElse(false);
  }
}
