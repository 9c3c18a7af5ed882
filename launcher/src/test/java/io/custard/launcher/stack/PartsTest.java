package io.custard.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.launcher.home.LauncherException;
import io.custard.launcher.stack.Parts.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartsTest {
  private final Parts parts = new Parts();
  private final List<String> closed = new CopyOnWriteArrayList<>();

  @Test
  void closesInReverseAndGoesOnAfterAFailure() {
    parts.start(Level.SERVERS, () -> part("postgres"));
    parts.start(Level.AGENT, () -> part("agent"));
    parts.start(
        Level.EDGE,
        () ->
            () -> {
              closed.add("edge");
              throw new IllegalStateException("stuck");
            });
    parts.start(Level.SERVICES, () -> part("services"));

    parts.close();

    assertThat(closed).containsExactly("agent", "edge", "services", "postgres");
  }

  @Test
  void nothingStartsAfterwards() {
    parts.close();

    assertThatThrownBy(() -> parts.start(Level.EDGE, () -> part("late")))
        .isInstanceOf(LauncherException.class);
    assertThat(closed).isEmpty();
  }

  @Test
  void whatIsBeingStartedIsWaitedForAndClosedToo() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Thread starter =
        Thread.ofPlatform()
            .start(() ->
                parts.start(
                    Level.SERVERS,
                    () -> {
                      begun.countDown();
                      TimeUnit.MILLISECONDS.sleep(200);
                      return part("slow");
                    }));
    begun.await();

    parts.close();

    assertThat(closed).containsExactly("slow");
    starter.join();
  }

  private AutoCloseable part(String name) {
    return () -> closed.add(name);
  }
}
