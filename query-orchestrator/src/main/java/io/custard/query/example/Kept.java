package io.custard.query.example;

import java.util.Objects;
import java.util.UUID;

/**
 * An example as it is stored.
 *
 * @param sql its canonical statement
 * @param verified false: it was stale when it was looked at the last time
 */
record Kept(UUID id, String question, String sql, boolean verified) {
  Kept {
    Objects.requireNonNull(id);
    Objects.requireNonNull(question);
    Objects.requireNonNull(sql);
  }
}
