package io.custard.check.query;

import io.custard.check.Problem;
import io.custard.check.block.Block;
import io.custard.check.schema.Catalog;
import io.custard.guard.text.Statement;
import io.custard.guard.text.TokenKind;
import io.custard.guard.tree.StatementTree;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.sf.jsqlparser.statement.select.Select;

/**
 * A statement with its names resolved.
 *
 * @param blocks what each of its SELECTs does
 * @param problems the names that mean nothing
 */
public record Resolved(List<Block> blocks, List<Problem> problems) {
  private static final Set<String> RESHAPING =
      Set.of("pivot", "unpivot", "pivot_wider", "pivot_longer", "match_recognize");

  public Resolved {
    blocks = List.copyOf(blocks);
    problems = List.copyOf(problems);
  }

  public static Resolved of(StatementTree tree, Catalog catalog) {
    Reading reading = new Reading(tree, catalog);
    if (tree.root() instanceof Select query && !isReshaped(tree.tokens())) {
      new QueryReader(reading).read(query, null, null);
    }
    return new Resolved(reading.blocks(), reading.problems());
  }

  // What these do to the columns is not in the tree.
  private static boolean isReshaped(Statement tokens) {
    return IntStream.range(0, tokens.size())
        .mapToObj(tokens::at)
        .anyMatch(token -> token.kind() == TokenKind.WORD && RESHAPING.contains(token.name()));
  }
}
