package io.custard.check;

import io.custard.check.block.Bound;
import io.custard.check.join.JoinCautions;
import io.custard.check.query.Resolved;
import io.custard.check.schema.Catalog;
import io.custard.check.type.TypeRules;
import io.custard.guard.Dialect;
import io.custard.guard.StatementReader;
import io.custard.guard.tree.StatementTree;
import io.custard.protocol.TableDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks statements against the schema of one database. Immutable, and may be shared between
 * threads; the schema is indexed once.
 */
public final class StatementCheck {
  private final StatementReader reader;
  private final Catalog catalog;

  /**
   * A check against all tables and views a statement may name. Without any, nothing is known and
   * nothing will be found.
   */
  public StatementCheck(Dialect dialect, List<TableDescription> tables) {
    this.reader = new StatementReader(dialect);
    this.catalog = new Catalog(dialect, tables);
  }

  /**
   * What is to be said of a statement; never throws.
   *
   * @param sql the canonical text of a statement the guard has accepted; of any other text nothing
   *     is said
   */
  public Findings check(String sql) {
    if (catalog.tables().isEmpty()) {
      return Findings.NONE;
    }
    try {
      return reader.read(sql).map(this::check).orElse(Findings.NONE);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // A defect here must not keep a good statement back.
      return Findings.NONE;
    }
  }

  /**
   * The columns of known tables that a statement names, each once and in the order of their names:
   * {@code table.column}, spelled as in the schema. What stands for all columns is not among them.
   * Never throws.
   *
   * @param sql as for {@link #check(String)}
   */
  public List<String> columns(String sql) {
    try {
      return reader.read(sql).map(this::columns).orElse(List.of());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return List.of();
    }
  }

  private List<String> columns(StatementTree tree) {
    return Resolved.of(tree, catalog).blocks().stream()
        .flatMap(block -> block.columns().stream())
        .filter(bound -> bound.source().table() != null)
        .map(Bound::shown)
        .distinct()
        .sorted()
        .toList();
  }

  private Findings check(StatementTree tree) {
    Resolved resolved = Resolved.of(tree, catalog);
    List<Problem> problems = new ArrayList<>(resolved.problems());
    problems.addAll(
        new TypeRules(catalog.names().dialect(), tree.tokens()).problems(resolved.blocks()));
    problems.sort(Comparator.comparingInt(Problem::position));
    JoinCautions cautions = new JoinCautions(catalog.names());
    return new Findings(
        problems, resolved.blocks().stream().flatMap(cautions::of).distinct().toList());
  }
}
