package io.custard.translate;

import java.util.List;
import java.util.Objects;

/** What became of a question. */
public sealed interface Translation {

  /**
   * The question as one SELECT.
   *
   * @param explanation one sentence saying how the question was read
   * @param answerTemplate a sentence with {@code {row_count}} and {@code {rows[i][j]}} where
   *     figures of the result belong
   * @param tables the tables read
   */
  record Sql(String sql, String explanation, String answerTemplate, List<String> tables)
      implements Translation {
    public Sql {
      Objects.requireNonNull(sql, "sql");
      Objects.requireNonNull(explanation, "explanation");
      Objects.requireNonNull(answerTemplate, "answerTemplate");
      tables = List.copyOf(tables);
    }
  }

  /** Words of the question are probably values: which columns hold them? */
  record NeedsValues(List<ValueProbe> probes) implements Translation {
    public NeedsValues {
      probes = List.copyOf(probes);
    }
  }

  /**
   * The question is not understood well enough.
   *
   * @param reason starts with what was not understood, ready to follow a colon
   */
  record CannotAnswer(String reason) implements Translation {
    public CannotAnswer {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
