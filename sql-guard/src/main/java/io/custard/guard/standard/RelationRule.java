package io.custard.guard.standard;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.text.Characters;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.WordLists;
import java.util.Set;

/**
 * System relations are read only if they are listed, from {@code <dialect>/relations.txt}:
 *
 * <ul>
 *   <li>{@code [closed-schema]} schemas of which only the listed relations may be read: those in
 *       the section that has the schema's name;
 *   <li>{@code [closed-name]} names that may not be read in any schema;
 *   <li>{@code [closed-prefix]} beginnings of such names.
 * </ul>
 *
 * The rule works on tokens, so a column or an alias of such a name is refused with it. Names are
 * compared without regard to case.
 */
public final class RelationRule {
  private final WordLists lists;
  private final Set<String> closedSchemas;
  private final Set<String> closedNames;
  private final Set<String> closedPrefixes;

  public RelationRule(String file) {
    this.lists = WordLists.load(file);
    this.closedSchemas = lists.section("closed-schema");
    this.closedNames = lists.section("closed-name");
    this.closedPrefixes = lists.section("closed-prefix");
  }

  /** Checks every name from {@code from} on. */
  public void check(Statement statement, int from) throws Refusal {
    for (int i = from; i < statement.size(); i++) {
      Token token = statement.at(i);
      if (token.isNamed() && !isAllowed(statement, i)) {
        throw new Refusal(
            RefusalCode.SQL_RELATION_NOT_ALLOWED,
            "The system relation " + token.name() + " may not be read; leave it out.",
            token.position());
      }
    }
  }

  private boolean isAllowed(Statement statement, int at) {
    String name = folded(statement.at(at));
    boolean qualifies = statement.at(at + 1).isMark(".");
    if (qualifies && closedSchemas.contains(name)) {
      String relation = folded(statement.at(at + 2));
      return lists.sections().containsKey(name) && lists.section(name).contains(relation);
    }
    boolean called = statement.at(at + 1).isMark("(");
    return called
        || !(closedNames.contains(name) || closedPrefixes.stream().anyMatch(name::startsWith));
  }

  private static String folded(Token token) {
    return Characters.foldAscii(token.name());
  }
}
