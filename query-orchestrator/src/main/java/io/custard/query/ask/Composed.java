package io.custard.query.ask;

import io.custard.query.connection.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A question on its way to the database.
 *
 * @param sql what the guard accepted
 * @param explanation how the question was read; null for SQL of the caller's own
 * @param sentence the answer with references to cells instead of figures
 * @param composeMillis what it took to get here
 */
record Composed(
    Connection connection,
    String sql,
    @Nullable String explanation,
    AnswerSentence sentence,
    long composeMillis) {}
