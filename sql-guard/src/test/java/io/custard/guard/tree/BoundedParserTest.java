package io.custard.guard.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.sf.jsqlparser.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedParserTest {
  /** Cubic for the parser: without a deadline this is seconds of work. */
  private static final String ENDLESS = nested("( ", " )", 3_000);

  private static final long STACK = 64L << 20;
  private final BoundedParser parser = new BoundedParser();

  @Test
  void parsesOneStatement() throws Exception {
    assertThat(parser.parse("SELECT 1")).hasToString("SELECT 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SELECT 1; SELECT 2", "SELECT 1;;SELECT 2", "SELECT FROM WHERE", "'"})
  void refusesWhatIsNotOneStatement(String text) {
    assertThatExceptionOfType(UnparseableText.class).isThrownBy(() -> parser.parse(text));
  }

  @Test
  void endsTextThatTakesTooLong() {
    BoundedParser impatient = new BoundedParser(Duration.ofMillis(100), STACK);
    long start = System.nanoTime();

    assertThatExceptionOfType(UnparseableText.class)
        .isThrownBy(() -> impatient.parse(ENDLESS))
        .withMessageContaining("too long");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(threads("sql-guard-parser")).isEmpty();
  }

  @Test
  void endsShortTextOnTheCallersThread() {
    BoundedParser impatient = new BoundedParser(Duration.ZERO, STACK);

    assertThatExceptionOfType(UnparseableText.class)
        .isThrownBy(() -> impatient.parse("SELECT 1"))
        .withMessageContaining("too long");
  }

  @Test
  void keepsItsDeadlineWhenTheCallerIsInterrupted() throws Exception {
    BoundedParser impatient = new BoundedParser(Duration.ofMillis(200), STACK);
    AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
    Thread caller =
        new Thread(() -> {
          Thread.currentThread().interrupt();
          assertThatExceptionOfType(UnparseableText.class)
              .isThrownBy(() -> impatient.parse(ENDLESS));
          interrupted.set(Thread.interrupted());
        });
    caller.start();
    caller.join();

    assertThat(interrupted).hasValue(true);
    assertThat(threads("sql-guard-parser")).isEmpty();
  }

  @Test
  void answersStackOverflow() {
    BoundedParser shallow = new BoundedParser(Duration.ofSeconds(30), 256 << 10);

    assertThatExceptionOfType(UnparseableText.class)
        .isThrownBy(() -> shallow.parse(nested("( ", " )", 1_000)))
        .withMessageContaining("deep");
  }

  @Test
  void doesNotDependOnTheCallersStack() throws Exception {
    String text = nested("( ", " )", 50);
    String expected = parser.parse(text).toString();
    AtomicReference<Statement> statement = new AtomicReference<>();
    Thread caller = new Thread(null, () -> statement.set(parseAtTheEndOfTheStack(text)), "x", 1);
    caller.start();
    caller.join();

    assertThat(statement.get()).hasToString(expected);
  }

  @Test
  void holdsLongestChainsOnItsOwnStack() throws Exception {
    for (String link : List.of(" -> 'b'", " + 1", " || a", " , 1", " [ 1 ]", " . b")) {
      assertThat(parser.parse("SELECT a" + link.repeat(1_900))).isNotNull();
    }
    assertThat(parser.parse("SELECT " + "NOT ".repeat(3_900) + "a")).isNotNull();
  }

  @Test
  void startsOneThreadForManyTexts() throws Exception {
    List<Thread> before = threads("sql-guard-deadlines");
    for (int i = 0; i < 500; i++) {
      parser.parse("SELECT " + i);
    }

    assertThat(threads("sql-guard-deadlines")).hasSizeLessThanOrEqualTo(before.size() + 1);
    assertThat(threads("sql-guard-parser")).isEmpty();
  }

  @Test
  void keepsNoThreadWhenIdle() throws Exception {
    parser.parse("SELECT 1");

    for (Thread thread : threads("sql-guard-deadlines")) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(threads("sql-guard-deadlines")).isEmpty();
    assertThat(parser.parse("SELECT 1")).isNotNull();
  }

  // Goes down until the stack ends, then parses at the last place that had any room.
  @SuppressWarnings("InfiniteRecursion")
  private Statement parseAtTheEndOfTheStack(String text) {
    try {
      return parseAtTheEndOfTheStack(text);
    } catch (StackOverflowError e) {
      try {
        return parser.parse(text);
      } catch (UnparseableText unparseable) {
        throw new AssertionError(unparseable);
      }
    }
  }

  private static String nested(String open, String close, int depth) {
    return "SELECT " + open.repeat(depth) + "1" + close.repeat(depth);
  }

  private static List<Thread> threads(String name) {
    List<Thread> found = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        found.add(thread);
      }
    }
    return found;
  }
}
