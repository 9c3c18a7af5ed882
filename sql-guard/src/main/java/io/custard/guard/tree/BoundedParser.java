package io.custard.guard.tree;

import io.custard.guard.tree.Deadlines.Watched;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.Statements;

/**
 * Parses one statement within a stack and a time.
 *
 * <p>Short texts are parsed where the caller stands: a thread for each costs ten times the parsing.
 * A text that could be deep, and one that met the end of the caller's stack, gets a short-lived
 * thread with a stack no text within the guard's limits fills, so the answer does not depend on how
 * deep the caller's stack already is. A text that takes too long is ended by the parser's own
 * interrupt flag; when {@link #parse} returns, nothing of it runs any more. A stack overflow is an
 * answer, not an error.
 */
public final class BoundedParser {
  /*
   * Measured with frames of interpreted code, which are the largest: fifty nested levels of any
   * construct need 250 KiB. Chains cost up to 1 KiB a token (INTERVAL INTERVAL …): 400 KiB for a
   * text of this length, 3 MiB for 4,000 tokens.
   */
  private static final int SHORT_TEXT = 2_000;
  private static final long OWN_STACK_BYTES = 16L * 1024 * 1024;
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final Deadlines DEADLINES = new Deadlines();

  private final Duration time;
  private final long ownStackBytes;

  private sealed interface Outcome {
    record Parsed(Statement statement) implements Outcome {}

    record Failed(String message, int offset) implements Outcome {}
  }

  public BoundedParser() {
    this(TIME, OWN_STACK_BYTES);
  }

  BoundedParser(Duration time, long ownStackBytes) {
    this.time = time;
    this.ownStackBytes = ownStackBytes;
  }

  /** Parses exactly one statement. */
  public Statement parse(String text) throws UnparseableText {
    Outcome outcome = text.length() <= SHORT_TEXT ? parseHere(text) : parseOnOwnStack(text);
    return switch (outcome) {
      case Outcome.Parsed parsed -> parsed.statement();
      case Outcome.Failed failed -> throw new UnparseableText(failed.message(), failed.offset());
    };
  }

  private Outcome parseHere(String text) {
    try {
      return parseInTime(text);
    } catch (StackOverflowError e) {
      return parseOnOwnStack(text);
    }
  }

  private Outcome parseOnOwnStack(String text) {
    AtomicReference<Outcome> outcome =
        new AtomicReference<>(new Outcome.Failed("The statement is nested too deeply.", 0));
    Thread thread =
        new Thread(null, () -> outcome.set(orTooDeep(text)), "sql-guard-parser", ownStackBytes);
    thread.setDaemon(true);
    thread.start();
    await(thread);
    return Objects.requireNonNull(outcome.get());
  }

  private Outcome orTooDeep(String text) {
    try {
      return parseInTime(text);
    } catch (StackOverflowError e) {
      return new Outcome.Failed("The statement is nested too deeply; make it simpler.", 0);
    }
  }

  // The deadline ends the thread, so waiting is bounded however often the caller is interrupted.
  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Outcome parseInTime(String text) {
    CCJSqlParser parser = new CCJSqlParser(new StringProvider(text));
    parser.withAllowComplexParsing(true);
    try (Watched watched = DEADLINES.watch(parser, time)) {
      Outcome outcome = run(parser, text);
      // An interrupted parser cuts expressions short: whatever it made of the text is not the text.
      return watched.isOver()
          ? new Outcome.Failed("The statement takes too long to parse; make it simpler.", 0)
          : outcome;
    }
  }

  private static Outcome run(CCJSqlParser parser, String text) {
    try {
      Statements statements = parser.Statements();
      return statements.size() == 1
          ? new Outcome.Parsed(statements.getFirst())
          : new Outcome.Failed("The text is not one statement; send a single SELECT.", 0);
    } catch (ParseException e) {
      return new Outcome.Failed(
          "The statement is not SQL the guard can parse from here on; write it more plainly.",
          offset(e.currentToken, text));
    } catch (RuntimeException | LinkageError e) {
      // A class of the parser that met the end of a stack while it was loaded stays unusable.
      return new Outcome.Failed("The statement is not SQL the guard can parse.", 0);
    }
  }

  // The parser reports the last token it took; what it could not take is the one after.
  private static int offset(Token last, String text) {
    if (last == null) {
      return 0;
    }
    Token wrong = last.next == null ? last : last.next;
    return Math.clamp(wrong.absoluteBegin, 0, text.length());
  }
}
