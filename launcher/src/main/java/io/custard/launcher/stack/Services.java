package io.custard.launcher.stack;

import io.custard.embedded.ReservedPort;
import io.custard.launcher.edge.Upstream;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.ChildGroup;
import io.custard.launcher.process.JavaProgram;
import io.custard.launcher.process.Readiness;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The child JVMs of the services and the ports that are theirs until this is closed. */
final class Services implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Home home;
  private final ChildGroup group;
  private final Progress progress;
  private final Map<Instance, ReservedPort> ports = new LinkedHashMap<>();
  private final Map<Instance, SupervisedChild> children = new ConcurrentHashMap<>();

  Services(Home home, ChildGroup group, Progress progress, int gateways) {
    this.home = home;
    this.group = group;
    this.progress = progress;
    for (Instance instance : Instance.all(gateways)) {
      ports.put(instance, ReservedPort.preferring(instance.preferredPort()));
    }
  }

  /** All that are to run, in the order of starting. */
  List<Instance> instances() {
    return List.copyOf(ports.keySet());
  }

  Map<Instance, Integer> ports() {
    return ports.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().number()));
  }

  List<Upstream> upstreams() {
    return instances().stream()
        .map(each -> new Upstream(each.service().module(), each.name(), port(each)))
        .toList();
  }

  private int port(Instance instance) {
    ReservedPort port = ports.get(instance);
    return port == null ? 0 : port.number();
  }

  SupervisedChild start(Instance instance, ServiceEnvironment environment) {
    Service service = instance.service();
    JavaProgram program =
        new JavaProgram(
            instance.name(), service.module(), service.heap(), environment.of(instance));
    SupervisedChild child = SupervisedChild.service(program, home, port(instance), group);
    children.put(instance, child);
    return child;
  }

  void awaitReady(Instance instance) {
    SupervisedChild child = children.get(instance);
    if (child == null) {
      throw new IllegalStateException(instance + " was not started");
    }
    Readiness.await(child.process(), port(instance), START_LIMIT);
    progress.say(instance.name() + " is ready on port " + port(instance));
  }

  @Override
  public void close() {
    ports.values().forEach(ReservedPort::close);
  }
}
