package io.custard.agent.guard;

import io.custard.guard.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement that may run.
 *
 * @param asked the verdict on the text that came
 * @param sql the text to run
 * @param masked the text to run without the key of its hashes, if columns of it are masked
 */
public record Judged(Verdict.Accepted asked, String sql, @Nullable String masked) {
  private static final String KEY = "<salt>";

  public Judged {
    Objects.requireNonNull(asked);
    Objects.requireNonNull(sql);
  }

  static Judged plain(Verdict.Accepted asked) {
    return new Judged(asked, asked.sql(), null);
  }

  static Judged masked(Verdict.Accepted asked, String sql, String key) {
    return new Judged(asked, sql, key.isEmpty() ? sql : sql.replace(key, KEY));
  }

  /** Leaves the texts out. */
  @Override
  public String toString() {
    return "Judged[masked=" + (masked != null) + "]";
  }
}
