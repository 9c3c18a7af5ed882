package io.custard.launcher.stack;

import io.custard.embedded.RedisServer;
import io.custard.launcher.home.Home;
import io.custard.launcher.process.LogFile;
import io.custard.launcher.process.ProcessIdentity;
import io.custard.launcher.running.RunningPart;
import io.custard.launcher.running.RunningPart.Kind;
import io.custard.launcher.running.StateFile;
import java.util.List;

/** Redis may start empty at any time: what it holds is made again by those who need it. */
record SupervisedRedis(RedisServer server, Home home) implements Supervised {
  @Override
  public String name() {
    return "redis";
  }

  @Override
  public boolean isAlive() {
    return server.isAlive();
  }

  @Override
  public int exitCode() {
    return server.exitCode();
  }

  @Override
  public void startAgain() {
    server.startAgain();
    ProcessHandle.of(server.pid())
        .map(ProcessIdentity::of)
        .map(process -> RunningPart.of(name(), Kind.SERVER, process, server.port()))
        .ifPresent(part -> new StateFile(home).update(running -> running.with(part)));
  }

  @Override
  public List<String> lastWords(int lines) {
    return new LogFile(home.log(name()))
        .tail(lines).stream().map(line -> "  redis | " + line).toList();
  }
}
