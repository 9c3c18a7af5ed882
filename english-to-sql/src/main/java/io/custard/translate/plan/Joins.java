package io.custard.translate.plan;

import io.custard.translate.link.TableNode;
import java.util.ArrayList;
import java.util.List;

/** Tables joined to each other, each once, beginning with a root. */
public record Joins(TableNode root, List<Hop> hops) {
  public Joins {
    hops = List.copyOf(hops);
  }

  /** The tables in their order. */
  public List<TableNode> tables() {
    List<TableNode> tables = new ArrayList<>(List.of(root));
    hops.forEach(hop -> tables.add(hop.to()));
    return List.copyOf(tables);
  }

  /** With the hops that are not in it yet. */
  public Joins with(List<Hop> more) {
    List<Hop> all = new ArrayList<>(hops);
    for (Hop hop : more) {
      boolean known = hop.to() == root || all.stream().anyMatch(h -> h.to() == hop.to());
      if (!known) {
        all.add(hop);
      }
    }
    return new Joins(root, all);
  }
}
