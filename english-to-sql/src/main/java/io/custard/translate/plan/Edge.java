package io.custard.translate.plan;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.TableNode;
import java.util.List;

/** A reference between tables: columns on the many side equal columns on the one side. */
public record Edge(List<ColumnNode> many, List<ColumnNode> one) {
  public Edge {
    many = List.copyOf(many);
    one = List.copyOf(one);
  }

  /** The table that holds the reference. */
  public TableNode manyTable() {
    return many.get(0).owner();
  }

  /** The table referred to. */
  public TableNode oneTable() {
    return one.get(0).owner();
  }

  /** The other end. */
  public TableNode other(TableNode table) {
    return manyTable() == table ? oneTable() : manyTable();
  }

  /** Whether going over it from this table can find several rows. */
  public boolean fansOutFrom(TableNode table) {
    return oneTable() == table && !many.equals(manyTable().key());
  }
}
