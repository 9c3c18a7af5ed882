package io.custard.query.work;

import io.custard.protocol.ExecutionLimits;
import io.custard.query.answer.Reader;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import io.custard.query.history.Asking;
import io.custard.query.model.ModelFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One question on its way to its answer.
 *
 * @param asked what was asked, by somebody who may
 * @param reader who reads the answer, and where their days begin
 * @param limits for the rows of the answer
 * @param at when this process began with it
 * @param startedNanos the same by {@link System#nanoTime}
 */
public record Work(
    Connection connection,
    Asker asker,
    Asked asked,
    Reader reader,
    ExecutionLimits limits,
    Instant at,
    long startedNanos) {
  public Work {
    Objects.requireNonNull(connection);
    Objects.requireNonNull(asker);
    Objects.requireNonNull(asked);
    Objects.requireNonNull(reader);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(at);
  }

  /** The question in words; there is none where SQL was given. */
  public String question() {
    return Objects.requireNonNull(asked.question(), "SQL was given");
  }

  /** What the asker's history keeps of it. */
  public Asking asking() {
    return new Asking(
        asker.user(),
        asker.organisation(),
        connection.id(),
        asked.question(),
        asked.sql(),
        at,
        startedNanos);
  }

  /** Where the asker is. */
  public LocalDate today() {
    return LocalDate.now(reader.zone());
  }

  /** Fails with {@code ModelFailure} when the time for putting the question into SQL is over. */
  public <T> Uni<T> within(Uni<T> composing) {
    return composing
        .ifNoItem()
        .after(left())
        .failWith(() -> new ModelFailure(ModelFailure.Kind.LATE));
  }

  private Duration left() {
    long spent = (System.nanoTime() - startedNanos) / 1_000_000;
    return Duration.ofMillis(Math.max(1, asked.timeoutMillis() - spent));
  }
}
