package io.custard.query.retrieval;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.translate.link.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which columns of a wide table matter to a question: its keys, then those whose names or comments
 * have words of the question, then the first ones.
 */
public final class ColumnChoice {
  private static final double SAME = 1;
  private static final double ALIKE = 0.5;
  private static final double IN_COMMENT = 0.3;

  private final Set<String> said;
  private final Set<String> alike = new HashSet<>();

  public ColumnChoice(String question) {
    this.said = Set.copyOf(NameWords.stems(question));
    said.forEach(stem -> alike.addAll(Words.synonyms(stem)));
  }

  /** The columns that identify a row, or refer to one of another table. */
  public static Set<String> keys(TableDescription table) {
    Set<String> keys = new HashSet<>(table.primaryKey());
    table.foreignKeys().forEach(key -> keys.addAll(key.columns()));
    return keys;
  }

  /** All columns of a table, those that matter most first. */
  public List<Column> of(TableDescription table) {
    Set<String> keys = keys(table);
    Comparator<Column> bySaid = Comparator.comparingDouble(this::score);
    return table.columns().stream()
        .sorted(
            Comparator.comparing((Column column) -> !keys.contains(column.name()))
                .thenComparing(bySaid.reversed()))
        .toList();
  }

  private double score(Column column) {
    double comment = column.comment() == null ? 0 : score(column.comment());
    return score(column.name()) + IN_COMMENT * comment;
  }

  private double score(String text) {
    return NameWords.stems(text).stream()
        .mapToDouble(stem -> said.contains(stem) ? SAME : alike.contains(stem) ? ALIKE : 0)
        .sum();
  }
}
