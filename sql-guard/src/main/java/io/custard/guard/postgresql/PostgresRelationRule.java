package io.custard.guard.postgresql;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.WordLists;
import java.util.Set;

/**
 * System relations are read only if they are listed.
 *
 * <p>The rule works on tokens: PostgreSQL keeps the prefix {@code pg_} for itself, so any name that
 * starts with it and is not called is taken for a system relation, wherever it stands. A column or
 * an alias of such a name is refused with it.
 */
final class PostgresRelationRule {
  private static final WordLists LISTS = WordLists.load("postgresql/relations.txt");
  private static final Set<String> CATALOG = LISTS.section("pg_catalog");
  private static final Set<String> INFORMATION_SCHEMA = LISTS.section("information_schema");
  private static final Set<String> TYPES = LISTS.section("types");

  private PostgresRelationRule() {}

  static void check(Statement statement, int from) throws Refusal {
    for (int i = from; i < statement.size(); i++) {
      Token token = statement.at(i);
      boolean called = statement.at(i + 1).isMark("(");
      if (token.isNamed() && !called && !isAllowed(statement, i)) {
        throw new Refusal(
            RefusalCode.SQL_RELATION_NOT_ALLOWED,
            "The system relation " + token.name() + " may not be read; leave it out.",
            token.position());
      }
    }
  }

  private static boolean isAllowed(Statement statement, int at) {
    String name = statement.at(at).name();
    boolean qualifies = statement.at(at + 1).isMark(".");
    if (name.equals("pg_catalog")) {
      return qualifies;
    }
    if (name.startsWith("pg_")) {
      return CATALOG.contains(name) || TYPES.contains(name);
    }
    boolean inInformationSchema =
        statement.at(at - 1).isMark(".")
            && statement.at(at - 2).name().equals("information_schema");
    return !inInformationSchema || qualifies || INFORMATION_SCHEMA.contains(name);
  }
}
