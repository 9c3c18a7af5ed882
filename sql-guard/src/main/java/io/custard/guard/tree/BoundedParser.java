package io.custard.guard.tree;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.Statements;

/**
 * Parses one statement within a stack and a time of its own.
 *
 * <p>Each call runs on a short-lived daemon thread, so the result does not depend on how deep the
 * caller's stack already is, and nothing outlives a text that takes too long: the parser's own
 * interrupt flag ends it. A stack overflow is an answer, not an error.
 */
public final class BoundedParser {
  private static final long STACK_BYTES = 4L * 1024 * 1024;
  private static final Duration TIME = Duration.ofSeconds(5);

  private sealed interface Outcome {
    record Parsed(Statement statement) implements Outcome {}

    record Failed(String message, int offset) implements Outcome {}
  }

  /** Parses exactly one statement. */
  public Statement parse(String text) throws UnparseableText {
    CCJSqlParser parser = new CCJSqlParser(new StringProvider(text));
    AtomicReference<Outcome> outcome =
        new AtomicReference<>(
            new Outcome.Failed("The statement takes too long to parse; make it simpler.", 0));
    Thread thread =
        new Thread(null, () -> outcome.set(run(parser, text)), "sql-guard", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    await(thread, parser);
    return switch (outcome.get()) {
      case Outcome.Parsed parsed -> parsed.statement();
      case Outcome.Failed failed -> throw new UnparseableText(failed.message(), failed.offset());
    };
  }

  private static void await(Thread thread, CCJSqlParser parser) {
    try {
      if (!thread.join(TIME)) {
        parser.interrupted = true;
      }
    } catch (InterruptedException e) {
      parser.interrupted = true;
      Thread.currentThread().interrupt();
    }
  }

  private static Outcome run(CCJSqlParser parser, String text) {
    try {
      Statements statements =
          parser.withAllowComplexParsing(true).withTimeOut(TIME.toMillis()).Statements();
      return statements.size() == 1
          ? new Outcome.Parsed(statements.getFirst())
          : new Outcome.Failed("The text is not one statement; send a single SELECT.", 0);
    } catch (ParseException e) {
      return new Outcome.Failed(
          "The statement is not SQL the guard can parse from here on; write it more plainly.",
          offset(e.currentToken, text));
    } catch (StackOverflowError e) {
      return new Outcome.Failed("The statement is nested too deeply; make it simpler.", 0);
    } catch (RuntimeException e) {
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
