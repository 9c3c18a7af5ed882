package io.custard.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.launcher.home.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SupervisorTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final Supervisor supervisor =
      new Supervisor(new Progress(new PrintStream(told, true, StandardCharsets.UTF_8)), now::get);
  private final TestingProcess process = new TestingProcess();

  SupervisorTest() {
    supervisor.watch(process);
  }

  @Test
  void whatRunsIsLeftAlone() {
    tendFor(Duration.ofMinutes(1));

    assertThat(process.starts).isZero();
    assertThat(told.size()).isZero();
  }

  @Test
  void whatDiedIsStartedAgainWithinASecondAndToldInOneLine() {
    process.alive = false;

    supervisor.tend();
    assertThat(process.starts).as("not in the same moment").isZero();
    tendFor(Duration.ofMillis(400));

    assertThat(process.starts).isOne();
    assertThat(told.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("agent-gateway ended with code 137; starting it again (1 of 5 in 10 minutes)");
  }

  @Test
  void whatDiesEachTimeIsGivenUpAfterFiveAndItsLastWordsAreTold() {
    process.dies = true;
    process.alive = false;

    tendFor(Duration.ofMinutes(1));

    assertThat(process.starts).isEqualTo(Supervisor.MOST);
    assertThat(told.toString(StandardCharsets.UTF_8)).containsOnlyOnce("no more memory");
  }

  @Test
  void deathsOfLongAgoAreForgotten() {
    for (int i = 0; i < 2 * Supervisor.MOST; i++) {
      process.alive = false;
      tendFor(Duration.ofMinutes(3));
    }

    assertThat(process.starts).isEqualTo(2 * Supervisor.MOST);
    assertThat(process.alive).isTrue();
  }

  @Test
  void anEndByItsOwnDecisionIsFinal() {
    process.decided = true;
    process.alive = false;

    tendFor(Duration.ofMinutes(1));

    assertThat(process.starts).isZero();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("no more memory");
  }

  private void tendFor(Duration time) {
    long steps = time.toMillis() / 100;
    for (long i = 0; i < steps; i++) {
      supervisor.tend();
      now.addAndGet(Duration.ofMillis(100).toNanos());
    }
    supervisor.tend();
  }

  private static final class TestingProcess implements Supervised {
    private boolean alive = true;
    private boolean dies;
    private boolean decided;
    private int starts;

    @Override
    public String name() {
      return "agent-gateway";
    }

    @Override
    public boolean isAlive() {
      return alive;
    }

    @Override
    public int exitCode() {
      return 137;
    }

    @Override
    public boolean mayStartAgain() {
      return !decided;
    }

    @Override
    public void startAgain() {
      starts++;
      alive = !dies;
    }

    @Override
    public List<String> lastWords(int lines) {
      return List.of("no more memory");
    }
  }
}
