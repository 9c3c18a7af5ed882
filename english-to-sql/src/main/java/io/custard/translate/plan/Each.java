package io.custard.translate.plan;

import io.custard.translate.link.Mention;
import io.custard.translate.link.TableNode;
import io.custard.translate.read.Fn;
import io.custard.translate.read.NotUnderstood;
import java.util.List;

/** What "each" and "per" mean where nothing is counted or averaged. */
final class Each {
  private Each() {}

  /** "the name of each customer": every one of what is shown, which is no grouping. */
  static boolean isOfWhatIsShown(List<Expr> outputs, List<Mention> groups, Resolver resolver) {
    return groups.stream().allMatch(group -> isShown(outputs, group, resolver));
  }

  private static boolean isShown(List<Expr> outputs, Mention group, Resolver resolver) {
    if (!group.namesTable()) {
      return outputs.contains(new Expr.Col(resolver.column(group)));
    }
    TableNode table = resolver.table(group);
    return outputs.stream().anyMatch(output -> isOf(output, table));
  }

  /** "the total amount of orders for each store": the one figure that is shown, added up. */
  static Expr total(List<Expr> outputs, List<Mention> groups, List<String> words) {
    if (outputs.size() == 1
        && outputs.getFirst() instanceof Expr.Col shown
        && shown.column().type().numeric()
        && !shown.column().identifier()
        && words.contains("total")) {
      return new Expr.Agg(Fn.SUM, shown.column(), false);
    }
    throw new NotUnderstood("what to do for each '" + groups.getFirst().text() + "'");
  }

  private static boolean isOf(Expr output, TableNode table) {
    return switch (output) {
      case Expr.Col col -> col.column().owner() == table;
      case Expr.Star star -> star.table() == table;
      case Expr.Agg agg -> false;
    };
  }
}
