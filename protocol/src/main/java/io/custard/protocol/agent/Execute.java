package io.custard.protocol.agent;

import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one statement to be judged and run.
 *
 * @param purpose {@code result} for a person, {@code profile} for value look-ups, {@code model}
 * @param credit bytes of rows that may be sent before the first {@link Credit}
 * @param asker the person, for the ledger
 * @param requireCleanRole true: refuse when the database role may do more than read; the agent's
 *     own setting can ask for the same, and neither can lift the other
 * @param questionId the question this statement serves, for the ledger; several statements may
 *     serve one
 */
public record Execute(
    QueryId queryId,
    String sql,
    ExecutionLimits limits,
    RowEncoding encoding,
    String purpose,
    long credit,
    @Nullable String asker,
    @Nullable Boolean requireCleanRole,
    @Nullable QueryId questionId)
    implements GatewayFrame {
  public Execute {
    Objects.requireNonNull(queryId);
    Objects.requireNonNull(sql);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(purpose);
  }

  /** Purpose of a statement whose rows go to the person who asked. */
  public static final String RESULT = "result";

  /** Purpose of a look-up that tells which column holds a word of the question. */
  public static final String PROFILE = "profile";

  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "Execute[" + queryId + "]";
  }
}
