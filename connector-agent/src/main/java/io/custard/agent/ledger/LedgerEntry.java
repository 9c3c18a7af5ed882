package io.custard.agent.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing the agent did. Statements are kept whole: the ledger never leaves its owner. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LedgerEntry.Intent.class, name = "intent"),
  @JsonSubTypes.Type(value = LedgerEntry.Outcome.class, name = "outcome"),
  @JsonSubTypes.Type(value = LedgerEntry.Recovered.class, name = "recovered")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface LedgerEntry {
  /**
   * A statement was judged; if it was accepted it runs after this line is on disk.
   *
   * @param at ISO 8601, UTC
   * @param asker the person, as the cloud named them
   * @param purpose what the rows are for: {@code result}, {@code model} or {@code profile}
   * @param statement the text that was accepted and runs unless {@code masked} does, or the text
   *     that was refused
   * @param statementHash SHA-256 of it in hexadecimal
   * @param verdict {@code accepted}, or the code of the refusal
   * @param tables relations the statement reads, as the guard reported them
   * @param masked the text that runs in its stead because the policy masks columns of it, without
   *     the salt
   * @param questionId the question it serves; several statements may serve one; absent in lines
   *     that are older than this field
   */
  record Intent(
      String at,
      String queryId,
      @Nullable String asker,
      String purpose,
      String statement,
      String statementHash,
      String verdict,
      List<String> tables,
      @Nullable String masked,
      @Nullable String questionId)
      implements LedgerEntry {
    public Intent {
      Objects.requireNonNull(at);
      Objects.requireNonNull(queryId);
      tables = List.copyOf(tables);
    }

    /** A statement that was not judged yet. */
    public static Intent of(
        Instant at, String queryId, @Nullable String asker, String purpose, String statement) {
      return new Intent(
          at.toString(),
          queryId,
          asker,
          purpose,
          statement,
          LedgerLine.sha256(statement),
          "",
          List.of(),
          null,
          null);
    }

    /** The same statement with what was decided. */
    public Intent judged(String decided, List<String> read) {
      return new Intent(
          at, queryId, asker, purpose, statement, statementHash, decided, read, masked, questionId);
    }

    /** With the text that runs in its stead, if there is one. */
    public Intent running(@Nullable String instead) {
      return new Intent(
          at,
          queryId,
          asker,
          purpose,
          statement,
          statementHash,
          verdict,
          tables,
          instead,
          questionId);
    }

    /** The same statement with the question it serves. */
    public Intent serving(@Nullable String question) {
      return new Intent(
          at, queryId, asker, purpose, statement, statementHash, verdict, tables, masked, question);
    }

    /** Leaves the statement out. */
    @Override
    public String toString() {
      return "Intent[" + queryId + "]";
    }
  }

  /**
   * How a statement ended.
   *
   * @param code {@code OK}, or the code of the failure
   * @param rows that left
   * @param bytes of encoded rows that left
   */
  record Outcome(String at, String queryId, String code, long rows, long bytes, long durationMillis)
      implements LedgerEntry {
    public Outcome {
      Objects.requireNonNull(at);
      Objects.requireNonNull(queryId);
    }
  }

  /**
   * The agent had ended in the middle of a line.
   *
   * @param tornBytes of that line, kept beside the ledger's file
   */
  record Recovered(String at, long tornBytes) implements LedgerEntry {}
}
