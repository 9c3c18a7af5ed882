package io.custard.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.check.CheckCommand;
import io.custard.agent.command.Command;
import io.custard.agent.command.Terminal;
import io.custard.agent.config.AgentLimits;
import io.custard.agent.config.AgentSettings;
import io.custard.agent.config.Given;
import io.custard.agent.config.HttpAddress;
import io.custard.agent.config.InvalidSettings;
import io.custard.agent.config.SettingsReader;
import io.custard.agent.ledger.LedgerCommand;
import io.custard.agent.link.ExitCode;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the command, and ends with a code that scripts can read. */
public class AgentApplication implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(AgentApplication.class);

  /** For goodbye and closing, after the statements had their time. */
  private static final long STOP_SECONDS = 5;

  private record Running(Agent agent, Oversight oversight) {}

  private final Vertx vertx;
  private final ObjectMapper json;
  private final AgentLimits limits;
  private volatile @Nullable Running running;

  AgentApplication(Vertx vertx, ObjectMapper json, AgentLimits limits) {
    this.vertx = vertx;
    this.json = json;
    this.limits = limits;
  }

  @Override
  public int run(String... args) throws InterruptedException, ExecutionException {
    Command.Line line = Command.Line.of(List.of(args));
    return switch (line.command()) {
      case LEDGER -> ledger(line.arguments());
      case CHECK ->
          new CheckCommand(vertx, json, Terminal.out())
              .run(System.getenv(), line.arguments())
              .number();
      case RUN, VERSION, HELP -> serve(line.arguments()).number();
    };
  }

  private ExitCode serve(List<String> arguments) throws InterruptedException, ExecutionException {
    try {
      Given given = Given.of(System.getenv(), arguments);
      AgentSettings settings = SettingsReader.read(given);
      Optional<HttpAddress> http = HttpAddress.of(given);
      try (Oversight oversight = Oversight.open(json, settings.files())) {
        Agent agent = new Agent(vertx, json, settings, limits, oversight);
        running = new Running(agent, oversight);
        http.ifPresent(agent::serveHttp);
        return agent.start().toCompletionStage().toCompletableFuture().get();
      }
    } catch (InvalidSettings e) {
      LOG.errorf("%s See custard-agent --help.", e.getMessage());
      return ExitCode.SETTINGS_WRONG;
    } catch (IOException e) {
      LOG.warn("The ledger could not be closed");
      return ExitCode.STOPPED;
    }
  }

  private int ledger(List<String> arguments) {
    String named = System.getenv().getOrDefault("CUSTARD_LEDGER", "");
    Path folder = Path.of(named.isEmpty() ? "." : named);
    return new LedgerCommand(json, Terminal.out(), folder).run(arguments);
  }

  /** A process that is told to stop has done what it should: its code is 0, not the signal's. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    Running told = running;
    if (told == null || !ApplicationLifecycleManager.isVmShuttingDown()) {
      return;
    }
    try {
      told.agent()
          .stop("the agent was stopped")
          .toCompletionStage()
          .toCompletableFuture()
          .get(limits.drain().toSeconds() + STOP_SECONDS, TimeUnit.SECONDS);
      told.oversight().close();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The agent did not stop in time");
    } catch (IOException e) {
      LOG.warn("The ledger could not be closed");
    }
    Runtime.getRuntime().halt(ExitCode.STOPPED.number());
  }
}
