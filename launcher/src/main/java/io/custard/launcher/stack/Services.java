package io.custard.launcher.stack;

import io.custard.embedded.FreePort;
import io.custard.launcher.edge.Upstream;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.ChildGroup;
import io.custard.launcher.process.ChildProcess;
import io.custard.launcher.process.JavaProgram;
import io.custard.launcher.process.Readiness;
import io.custard.launcher.running.RunningPart;
import io.custard.launcher.running.RunningPart.Kind;
import io.custard.launcher.running.StateFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The child JVMs of the services and the ports they were given. */
final class Services {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Home home;
  private final ChildGroup group;
  private final Progress progress;
  private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
  private final Map<Service, ChildProcess> children = new EnumMap<>(Service.class);

  Services(Home home, ChildGroup group, Progress progress) {
    this.home = home;
    this.group = group;
    this.progress = progress;
    for (Service service : Service.values()) {
      ports.put(service, FreePort.preferring(service.preferredPort()));
    }
  }

  Map<Service, Integer> ports() {
    return ports;
  }

  List<Upstream> upstreams() {
    return Arrays.stream(Service.values())
        .map(service -> new Upstream(service.module(), port(service)))
        .toList();
  }

  private int port(Service service) {
    return ports.getOrDefault(service, 0);
  }

  synchronized void start(Service service, ServiceEnvironment environment) {
    JavaProgram program =
        new JavaProgram(service.module(), service.heap(), environment.of(service));
    ChildProcess child = ChildProcess.start(program, home);
    group.add(child);
    children.put(service, child);
    RunningPart part =
        RunningPart.of(service.module(), Kind.SERVICE, child.identity(), port(service));
    new StateFile(home).update(running -> running.with(part));
  }

  void awaitReady(Service service) {
    ChildProcess child = children.get(service);
    if (child == null) {
      throw new IllegalStateException(service + " was not started");
    }
    Readiness.await(child, port(service), START_LIMIT);
    progress.say(service.module() + " is ready on port " + port(service));
  }
}
