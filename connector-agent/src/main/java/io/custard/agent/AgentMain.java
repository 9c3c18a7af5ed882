package io.custard.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentLimits;
import io.custard.agent.config.AgentSettings;
import io.custard.agent.config.InvalidSettings;
import io.custard.agent.config.SettingsReader;
import io.custard.agent.ledger.LedgerCommand;
import io.custard.agent.link.ExitCode;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The process: reads settings, runs the agent, and ends with a code that scripts can read. */
@QuarkusMain
public class AgentMain implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(AgentMain.class);
  private static final long STOP_SECONDS = 4;

  private final Vertx vertx;
  private final ObjectMapper json;
  private final AgentLimits limits;
  private volatile @Nullable Agent agent;

  AgentMain(Vertx vertx, ObjectMapper json, AgentLimits limits) {
    this.vertx = vertx;
    this.json = json;
    this.limits = limits;
  }

  @Override
  public int run(String... args) throws InterruptedException, ExecutionException {
    List<String> arguments = List.of(args);
    if (!arguments.isEmpty() && arguments.getFirst().equals("ledger")) {
      return ledger(arguments.subList(1, arguments.size()));
    }
    try {
      AgentSettings settings = SettingsReader.read(System.getenv(), arguments);
      try (Oversight oversight = Oversight.open(json, settings.files())) {
        Agent started = new Agent(vertx, json, settings, limits, oversight);
        agent = started;
        return started.start().toCompletionStage().toCompletableFuture().get().number();
      }
    } catch (InvalidSettings e) {
      LOG.error(e.getMessage());
      return ExitCode.SETTINGS_WRONG.number();
    } catch (IOException e) {
      LOG.warn("The ledger could not be closed");
      return ExitCode.STOPPED.number();
    }
  }

  private int ledger(List<String> arguments) {
    String named = System.getenv().getOrDefault("CUSTARD_LEDGER", "");
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    return new LedgerCommand(json, out, Path.of(named.isEmpty() ? "." : named)).run(arguments);
  }

  /** A process that is told to stop has done what it should: its code is 0, not the signal's. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    Agent running = agent;
    if (running == null || !ApplicationLifecycleManager.isVmShuttingDown()) {
      return;
    }
    try {
      running
          .stop("the agent was stopped")
          .toCompletionStage()
          .toCompletableFuture()
          .get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The agent did not stop in time");
    }
    Runtime.getRuntime().halt(ExitCode.STOPPED.number());
  }
}
