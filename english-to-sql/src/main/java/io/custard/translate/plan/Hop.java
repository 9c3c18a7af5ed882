package io.custard.translate.plan;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.TableNode;
import io.custard.translate.link.Words;
import java.util.Set;

/** One step along a reference, from a table to another. */
public record Hop(Edge edge, TableNode from, TableNode to) {

  /** Whether it can find several rows. */
  public boolean fansOut() {
    return edge.fansOutFrom(from);
  }

  /** How many words of the question name the role of the reference, as "home" does home_team_id. */
  int roleScore(Set<String> roles) {
    int score = 0;
    for (ColumnNode column : edge.many()) {
      for (String word : column.words()) {
        boolean tableWord =
            edge.oneTable().words().contains(word)
                || edge.manyTable().words().contains(word)
                || word.equals("id");
        if (!tableWord && roles.stream().anyMatch(role -> Words.alike(role, word))) {
          score++;
        }
      }
    }
    return score;
  }
}
