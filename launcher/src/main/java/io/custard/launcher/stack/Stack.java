package io.custard.launcher.stack;

import io.custard.cli.api.RunContext;
import io.custard.embedded.MailDirectory;
import io.custard.embedded.ReservedPort;
import io.custard.launcher.edge.EdgeServer;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.LauncherException;
import io.custard.launcher.home.Passwords;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.ChildGroup;
import io.custard.launcher.process.ProcessIdentity;
import io.custard.launcher.running.ContextFile;
import io.custard.launcher.running.RunState;
import io.custard.launcher.running.RunningPart;
import io.custard.launcher.running.RunningPart.Kind;
import io.custard.launcher.running.StateFile;
import io.custard.launcher.seed.AgentStatus;
import io.custard.launcher.seed.DemoAccount;
import io.custard.launcher.seed.DemoConnection;
import io.custard.launcher.stack.Parts.Level;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The whole installation. Order of start: servers side by side, auth-service as soon as they have
 * addresses, the other services when it serves its keys, then edge, demo account, connection and
 * agent. Closing stops in reverse, from any thread and at any moment.
 */
public final class Stack implements AutoCloseable {
  private final Home home;
  private final Progress progress;
  private final Passwords passwords;
  private final StateFile state;
  private final Parts parts = new Parts();
  private final ChildGroup services;
  private final Supervisor supervisor;

  public Stack(Home home, Progress progress) throws IOException {
    this.home = home;
    this.progress = progress;
    this.passwords = Passwords.of(home);
    this.state = new StateFile(home);
    this.services = new ChildGroup("the services", progress);
    this.supervisor = new Supervisor(progress, System::nanoTime);
  }

  /** Starts everything; fails with a sentence for the person who waits. */
  public RunningStack start(StackOptions options) {
    int port = edgePort(options.edgePort()).number();
    URI edge = URI.create("http://localhost:" + port);
    state.write(RunState.begin(edge));
    progress.say("Starting PostgreSQL, Redis, Kafka and the mail sink");
    Servers servers = new Servers(home, passwords, parts, progress);
    CompletableFuture<String> database = servers.whenPostgresIsUp(() -> database(servers, options));
    startServices(servers, options.gateways(), edge);
    DemoAccount account = DemoAccount.of(passwords.of("demo"));
    DemoConnection connection =
        DemoConnection.create(
            edge, account, new MailDirectory(home.mails()), options.connectionName());
    progress.say("Linking the agent");
    AgentStatus agent = link(connection, edge, Background.join(database));
    RunContext context = new RunContext(edge, account.email(), account.password(), connection.id());
    ContextFile.write(home, context);
    state.update(RunState::whenReady);
    return new RunningStack(context, agent);
  }

  private ReservedPort edgePort(int wanted) {
    ReservedPort port = parts.start(Level.SERVERS, () -> ReservedPort.preferring(wanted));
    if (port.number() != wanted) {
      progress.say("Port " + wanted + " is taken; using " + port.number());
    }
    return port;
  }

  private String database(Servers servers, StackOptions options) {
    return options
        .database()
        .map(url -> url.value())
        .orElseGet(() -> new SampleData(servers.postgres(), passwords, progress).ensure());
  }

  private void startServices(Servers servers, int gateways, URI edge) {
    Services children =
        parts.start(Level.SERVERS, () -> new Services(home, services, progress, gateways));
    ServiceEnvironment environment =
        new ServiceEnvironment(home, passwords, servers, children.ports(), edge);
    servers.postgres();
    parts.start(Level.SERVICES, () -> services);
    Instance auth = Instance.first(Service.AUTH);
    begin(children, auth, environment);
    parts.start(Level.EDGE, () -> EdgeServer.start(edge.getPort(), children.upstreams()));
    inLauncher("edge", edge.getPort());
    servers.awaitAll();
    supervisor.watch(new SupervisedRedis(servers.redis(), home));
    progress.say("Starting the services");
    children.awaitReady(auth);
    List<Instance> others =
        children.instances().stream().filter(instance -> !instance.equals(auth)).toList();
    others.forEach(instance -> begin(children, instance, environment));
    others.forEach(children::awaitReady);
  }

  private void begin(Services children, Instance instance, ServiceEnvironment environment) {
    if (parts.isClosed()) {
      throw new LauncherException("Stopped while starting");
    }
    supervisor.watch(children.start(instance, environment));
  }

  private void inLauncher(String name, int port) {
    RunningPart part =
        RunningPart.of(name, Kind.SERVER, ProcessIdentity.of(ProcessHandle.current()), port);
    state.update(running -> running.with(part));
  }

  private AgentStatus link(DemoConnection connection, URI edge, String databaseUrl) {
    AgentLink link = new AgentLink(home, progress, connection, supervisor);
    ChildGroup agent = parts.start(Level.AGENT, () -> link.start(edge, databaseUrl));
    return link.await(agent);
  }

  /**
   * Starts again what ended by itself and tells of what stays down. Call it every moment once
   * everything is up; does nothing when somebody is stopping it.
   */
  public void tend() {
    if (!parts.isClosed()) {
      parts.whileOpen(supervisor::tend);
    }
  }

  /** Whether somebody is stopping it. */
  public boolean isClosing() {
    return parts.isClosed();
  }

  @Override
  public void close() {
    parts.close();
    ContextFile.delete(home);
    state.delete();
  }
}
