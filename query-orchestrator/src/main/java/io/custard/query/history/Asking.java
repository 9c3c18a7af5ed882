package io.custard.query.history;

import io.custard.access.Caller;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question or a statement that somebody has just sent; its end makes it a row of the history.
 *
 * @param question null: they sent SQL
 * @param sql of their own; null: they asked a question
 * @param startedNanos by the clock that only measures
 */
public record Asking(
    UserId user,
    OrganisationId organisation,
    ConnectionId connection,
    @Nullable String question,
    @Nullable String sql,
    Instant at,
    long startedNanos) {
  public Asking {
    Objects.requireNonNull(user);
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(connection);
    Objects.requireNonNull(at);
  }

  /** Begins now. */
  public static Asking of(
      Caller caller, UUID connection, @Nullable String question, @Nullable String sql) {
    return new Asking(
        caller.userId(),
        caller.organisationId(),
        new ConnectionId(connection),
        question,
        sql,
        Instant.now(),
        System.nanoTime());
  }

  /** It ended with a result. */
  public Told answered(QueryId id, String ran, @Nullable String model, Told.Figures figures) {
    return new Told(id, this, ran, model, Told.ANSWERED, figures);
  }

  /** It ended before there was a statement, or with one of the asker's own that was refused. */
  public Told failed(Throwable failure) {
    return failed(QueryId.random(), sql, null, failure);
  }

  /**
   * It ended without a result.
   *
   * @param ran what was to be run
   */
  public Told failed(QueryId id, @Nullable String ran, @Nullable String model, Throwable failure) {
    ErrorCode code =
        failure instanceof CustardException expected ? expected.code() : ErrorCode.INTERNAL_ERROR;
    return new Told(id, this, ran, model, code.name(), Told.Figures.none(millis()));
  }

  /** Since it was sent. */
  public long millis() {
    return (System.nanoTime() - startedNanos) / 1_000_000;
  }

  /** Leaves the texts out. */
  @Override
  public String toString() {
    return "Asking[" + connection + "]";
  }
}
