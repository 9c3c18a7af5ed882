package io.custard.guard.trino;

import io.custard.guard.text.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * Which names are parameters of a lambda: no column is read through them. A name before a dot may
 * still be a relation, so it counts as none.
 */
final class Lambdas {
  private final Statement statement;
  private final Set<Integer> parameters = new HashSet<>();

  Lambdas(Statement statement) {
    this.statement = statement;
    for (int i = 0; i < statement.size(); i++) {
      if (statement.at(i).isMark("->")) {
        body(i, declared(i));
      }
    }
  }

  boolean isParameter(int at) {
    return parameters.contains(at);
  }

  /** The names in front of an arrow; their tokens are parameters too. */
  private Set<String> declared(int arrow) {
    Set<String> names = new HashSet<>();
    int from = statement.at(arrow - 1).isMark(")") ? statement.partner(arrow - 1) : arrow - 1;
    for (int i = from; i < arrow; i++) {
      if (statement.at(i).isNamed()) {
        names.add(statement.at(i).name());
        parameters.add(i);
      }
    }
    return names;
  }

  private void body(int arrow, Set<String> names) {
    int level = statement.enclosing(arrow);
    int end = level < 0 ? statement.size() : statement.partner(level);
    for (int i = arrow + 1; i < end; i++) {
      if (statement.at(i).isMark(",") && statement.enclosing(i) == level) {
        return;
      }
      boolean alone =
          !statement.at(i - 1).isMark(".")
              && !statement.at(i + 1).isMark(".")
              && !statement.at(i + 1).isMark("(");
      if (statement.at(i).isNamed() && alone && names.contains(statement.at(i).name())) {
        parameters.add(i);
      }
    }
  }
}
