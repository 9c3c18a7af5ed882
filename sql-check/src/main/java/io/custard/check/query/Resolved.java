package io.custard.check.query;

import io.custard.check.Problem;
import io.custard.check.schema.Catalog;
import io.custard.guard.tree.StatementTree;
import java.util.List;
import net.sf.jsqlparser.statement.select.Select;

/**
 * A statement with its names resolved.
 *
 * @param blocks what each of its SELECTs does
 * @param problems the names that mean nothing
 */
public record Resolved(List<Block> blocks, List<Problem> problems) {
  public Resolved {
    blocks = List.copyOf(blocks);
    problems = List.copyOf(problems);
  }

  public static Resolved of(StatementTree tree, Catalog catalog) {
    Reading reading = new Reading(tree, catalog);
    if (tree.root() instanceof Select query) {
      new QueryReader(reading).read(query, null, null);
    }
    return new Resolved(reading.blocks(), reading.problems());
  }
}
