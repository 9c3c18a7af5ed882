package io.custard.guard.standard;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Where an alias with columns can stand: behind a relation, so in a FROM clause and not in the
 * condition of a join. Everywhere else a name in front of a parenthesis is no alias, whatever
 * stands before it.
 */
public final class AliasPlaces {
  private static final Set<String> BEFORE_RELATION = Set.of("from", "join", "apply");
  // A condition ends with the comma behind it.
  private static final Set<String> CONDITIONS = Set.of("on", "using");
  private static final Set<String> ELSEWHERE =
      Set.of(
          ("select where group having order limit offset fetch qualify window union intersect"
                  + " except when then else case returning set by")
              .split(" ", -1));

  private AliasPlaces() {}

  /** Whether the clause that the token stands in holds relations. */
  public static boolean isInRelations(Statement statement, int at) {
    int level = statement.enclosing(at);
    int from = at;
    while (level >= 0 && !hasClause(statement, level, from)) {
      // Parentheses around relations; those of a call would follow a name.
      if (isCalled(statement, level)) {
        return false;
      }
      from = level;
      level = statement.enclosing(level);
    }
    return endsInRelations(statement, level, from);
  }

  private static boolean isCalled(Statement statement, int open) {
    Token before = statement.at(open - 1);
    return before.isNamed()
        && !(before.kind() == TokenKind.WORD && BEFORE_RELATION.contains(before.name()));
  }

  private static boolean hasClause(Statement statement, int level, int at) {
    for (int i = back(statement, at); i > level; i = back(statement, i)) {
      if (isClause(statement, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInRelations(Statement statement, int level, int at) {
    boolean comma = false;
    for (int i = back(statement, at); i > level; i = back(statement, i)) {
      Token token = statement.at(i);
      comma |= token.isMark(",");
      if (isClause(statement, i) && !(comma && CONDITIONS.contains(token.name()))) {
        return BEFORE_RELATION.contains(token.name()) && !comparesWithFrom(statement, i);
      }
    }
    return false;
  }

  private static boolean isClause(Statement statement, int at) {
    Token token = statement.at(at);
    return token.kind() == TokenKind.WORD
        && !statement.at(at - 1).isMark(".")
        && (BEFORE_RELATION.contains(token.name())
            || CONDITIONS.contains(token.name())
            || ELSEWHERE.contains(token.name()));
  }

  // a IS DISTINCT FROM b
  private static boolean comparesWithFrom(Statement statement, int at) {
    return statement.at(at - 1).isWord("distinct") && !statement.at(at - 2).isWord("select");
  }

  // The token before this one, or the bracket that opens what is before it.
  private static int back(Statement statement, int at) {
    int before = at - 1;
    int partner = statement.partner(before);
    return partner >= 0 && partner < before ? partner : before;
  }
}
