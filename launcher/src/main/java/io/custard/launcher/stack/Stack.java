package io.custard.launcher.stack;

import io.custard.cli.api.RunContext;
import io.custard.embedded.FreePort;
import io.custard.launcher.edge.EdgeServer;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.LauncherException;
import io.custard.launcher.home.Passwords;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.ChildGroup;
import io.custard.launcher.process.ChildProcess;
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
import java.util.stream.Stream;

/**
 * The whole installation. Order of start: servers side by side, auth-service as soon as PostgreSQL
 * is there, the other services when all servers are and auth-service serves its keys, then edge,
 * demo account, connection and agent. Closing stops in reverse, from any thread and at any moment.
 */
public final class Stack implements AutoCloseable {
  private final Home home;
  private final Progress progress;
  private final Passwords passwords;
  private final StateFile state;
  private final Parts parts = new Parts();
  private final ChildGroup services;
  private volatile List<ChildProcess> agents = List.of();

  public Stack(Home home, Progress progress) throws IOException {
    this.home = home;
    this.progress = progress;
    this.passwords = Passwords.of(home);
    this.state = new StateFile(home);
    this.services = new ChildGroup("the services", progress);
  }

  /** Starts everything; fails with a sentence for the person who waits. */
  public RunningStack start(StackOptions options) {
    int port = edgePort(options.edgePort());
    URI edge = URI.create("http://localhost:" + port);
    state.write(RunState.begin(edge));
    progress.say("Starting PostgreSQL, Redis, Kafka and the mail sink");
    Servers servers = new Servers(home, passwords, parts, progress);
    CompletableFuture<String> database = servers.whenPostgresIsUp(() -> database(servers, options));
    startServices(servers, port, edge);
    DemoAccount account = DemoAccount.of(passwords.of("demo"));
    DemoConnection connection = DemoConnection.create(edge, account, options.connectionName());
    progress.say("Linking the agent");
    AgentStatus agent = link(connection, edge, Background.join(database));
    RunContext context = new RunContext(edge, account.email(), account.password(), connection.id());
    ContextFile.write(home, context);
    state.update(RunState::whenReady);
    return new RunningStack(context, agent);
  }

  private int edgePort(int wanted) {
    int port = FreePort.preferring(wanted);
    if (port != wanted) {
      progress.say("Port " + wanted + " is taken; using " + port);
    }
    return port;
  }

  private String database(Servers servers, StackOptions options) {
    return options
        .database()
        .map(url -> url.value())
        .orElseGet(() -> new SampleData(servers.postgres(), passwords, progress).ensure());
  }

  private void startServices(Servers servers, int port, URI edge) {
    Services children = new Services(home, services, progress);
    ServiceEnvironment environment =
        new ServiceEnvironment(home, passwords, servers, children.ports(), edge);
    servers.postgres();
    parts.start(Level.SERVICES, () -> services);
    begin(children, Service.AUTH, environment);
    parts.start(Level.EDGE, () -> EdgeServer.start(port, children.upstreams()));
    inLauncher("edge", port);
    servers.awaitAll();
    progress.say("Starting the services");
    children.awaitReady(Service.AUTH);
    List<Service> others =
        Stream.of(Service.values()).filter(service -> service != Service.AUTH).toList();
    others.forEach(service -> begin(children, service, environment));
    others.forEach(children::awaitReady);
  }

  private void begin(Services children, Service service, ServiceEnvironment environment) {
    if (parts.isClosed()) {
      throw new LauncherException("Stopped while starting");
    }
    children.start(service, environment);
  }

  private void inLauncher(String name, int port) {
    RunningPart part =
        RunningPart.of(name, Kind.SERVER, ProcessIdentity.of(ProcessHandle.current()), port);
    state.update(running -> running.with(part));
  }

  private AgentStatus link(DemoConnection connection, URI edge, String databaseUrl) {
    AgentLink link = new AgentLink(home, progress, connection);
    ChildGroup agent = parts.start(Level.AGENT, () -> link.start(edge, databaseUrl));
    agents = agent.children();
    return link.await(agent);
  }

  /** The children that ended by themselves. */
  public List<ChildProcess> dead() {
    return Stream.concat(services.children().stream(), agents.stream())
        .filter(child -> !child.isAlive())
        .toList();
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
