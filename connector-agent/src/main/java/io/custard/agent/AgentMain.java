package io.custard.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentLimits;
import io.custard.agent.config.InvalidSettings;
import io.custard.agent.config.SettingsReader;
import io.custard.agent.link.ExitCode;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
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
    try {
      Agent started =
          new Agent(vertx, json, SettingsReader.read(System.getenv(), List.of(args)), limits);
      agent = started;
      return started.start().toCompletionStage().toCompletableFuture().get().number();
    } catch (InvalidSettings e) {
      LOG.error(e.getMessage());
      return ExitCode.SETTINGS_WRONG.number();
    }
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
