package io.custard.launcher.process;

import io.custard.launcher.home.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a service says of itself that it can work. */
public final class Readiness {
  private static final Duration ONE_ANSWER = Duration.ofSeconds(2);
  private static final int POLL_MILLIS = 50;
  private static final int LAST_LINES = 20;
  private static final int OK = 200;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ONE_ANSWER)
          .build();

  private Readiness() {}

  public static boolean isReady(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
            .timeout(ONE_ANSWER)
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }

  /** Waits until the child is ready; fails when it ends first or takes too long. */
  public static void await(ChildProcess child, int port, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!isReady(port)) {
      if (!child.isAlive()) {
        throw failure(child, "ended with code " + child.exitCode());
      }
      if (System.nanoTime() > deadline) {
        throw failure(child, "was not ready after " + limit.toSeconds() + " s");
      }
      pause(POLL_MILLIS);
    }
    child.markTrained();
  }

  /** What became of a child that failed, with the end of its log. */
  public static LauncherException failure(ChildProcess child, String what) {
    return new LauncherException(
        "%s %s. The end of %s:%n%s%nMend what it says, or start again; ./custard down clears what is left."
            .formatted(
                child.name(),
                what,
                child.logFile(),
                String.join("\n", child.lastWords(LAST_LINES))));
  }

  /** Waits a moment before asking again. */
  public static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }
}
