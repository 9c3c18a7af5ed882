package io.custard.protocol.agent;

import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one statement to be judged and run.
 *
 * @param purpose {@link #RESULT}, {@link #PROFILE} or {@link #MODEL}; an agent takes any other for
 *     {@link #MODEL}
 * @param credit bytes of rows that may be sent before the first {@link Credit}
 * @param asker the person, for the ledger
 * @param requireCleanRole true: refuse when the database role may do more than read; the agent's
 *     own setting can ask for the same, and neither can lift the other
 * @param questionId the question this statement serves, for the ledger; several statements may
 *     serve one
 * @param exposure of the connection, as {@link io.custard.protocol.Exposure} writes it; absent or
 *     unknown: {@code schema_only}. The agent's own policy can only tighten it
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
    @Nullable QueryId questionId,
    @Nullable String exposure)
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

  /** Purpose of a statement whose rows a model may see, as far as the exposure allows. */
  public static final String MODEL = "model";

  /** Leaves the statement out: it may hold literals. */
  @Override
  public String toString() {
    return "Execute[" + queryId + "]";
  }
}
