package io.custard.agent.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentSettings;
import io.custard.agent.config.Given;
import io.custard.agent.config.HttpAddress;
import io.custard.agent.config.InvalidSettings;
import io.custard.agent.config.SettingsReader;
import io.custard.agent.link.ExitCode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code custard-agent check [FLAGS] [--json]}. Every step has a deadline, and what a failed step
 * makes pointless is left out.
 */
public final class CheckCommand {
  /** More than all deadlines together. */
  private static final long LIMIT_SECONDS = 90;

  private final Vertx vertx;
  private final ObjectMapper json;
  private final PrintStream out;

  public CheckCommand(Vertx vertx, ObjectMapper json, PrintStream out) {
    this.vertx = vertx;
    this.json = json;
    this.out = out;
  }

  /** Runs all steps; blocks until they are done. */
  public ExitCode run(Map<String, String> environment, List<String> arguments)
      throws InterruptedException, ExecutionException {
    List<String> flags = new ArrayList<>(arguments);
    CheckReport report = new CheckReport(out, flags.remove("--json"));
    long start = System.nanoTime();
    try {
      Given given = Given.of(environment, flags);
      HttpAddress.of(given);
      return run(SettingsReader.read(given), report, start);
    } catch (InvalidSettings e) {
      report.add(
          "settings",
          millis(start),
          Finding.failed(
              ExitCode.SETTINGS_WRONG,
              String.valueOf(e.getMessage()),
              CheckReport.SETTINGS_ADVICE));
      return report.end();
    }
  }

  private ExitCode run(AgentSettings settings, CheckReport report, long start)
      throws InterruptedException, ExecutionException {
    report.add("settings", millis(start), Finding.ok(sentence(settings)));
    Context loop = vertx.getOrCreateContext();
    Promise<Void> done = Promise.promise();
    DatabaseSteps database = new DatabaseSteps(vertx, settings);
    List<Step> steps = new ArrayList<>(FileSteps.of(vertx, settings.files()));
    steps.addAll(GatewaySteps.of(vertx, json, settings));
    steps.addAll(database.steps());
    loop.runOnContext(begin -> next(steps, 0, report).eventually(database::close).onComplete(done));
    try {
      done.future().toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      report.add(
          "check",
          millis(start),
          Finding.failed(ExitCode.GATEWAY_AWAY, "The check did not come to an end in time."));
    }
    return report.end();
  }

  private Future<Void> next(List<Step> steps, int index, CheckReport report) {
    if (index == steps.size()) {
      return Future.succeededFuture();
    }
    Step step = steps.get(index);
    long start = System.nanoTime();
    return found(step, report)
        .compose(finding -> {
          report.add(step.name(), millis(start), finding);
          return next(steps, index + 1, report);
        });
  }

  private static Future<Finding> found(Step step, CheckReport report) {
    if (report.failed(step.needs())) {
      return Future.succeededFuture(Finding.skipped("Not tried: " + step.needs() + "."));
    }
    return step.work()
        .get()
        .timeout(step.limitMillis(), TimeUnit.MILLISECONDS)
        .otherwise(failure -> step.failure().apply(failure));
  }

  /** What was understood, without key and password. */
  private static String sentence(AgentSettings settings) {
    return "Connection %s at %s, %s %s."
        .formatted(
            settings.connectionId(),
            settings.gateway().getAuthority(),
            settings.engine().schemes().stream().sorted().findFirst().orElse("database"),
            settings.database());
  }

  private static long millis(long startNanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
  }
}
