package io.custard.agent.masking;

import io.custard.agent.masking.KnownTables.Table;
import io.custard.guard.Relation;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;

/** Why a statement cannot be masked, and what to write instead. */
final class MaskRefusals {
  private MaskRefusals() {}

  static CustardException place(Relation relation) {
    String name = relation.name().getLast();
    return refused(
        switch (relation.place()) {
          case NAMED_WITH_SCHEMA ->
              "The agent's policy masks columns of %1$s; name them as %1$s.column, without the schema."
                  .formatted(name);
          case PERHAPS_WITH ->
              "The agent's policy masks columns of %s; give the WITH query another name."
                  .formatted(name);
          case FREE, FIXED ->
              ("The agent's policy masks columns of %s; read it in a plain FROM clause, without"
                      + " EXPLAIN, TABLE, ONLY, samples, partitions or hints.")
                  .formatted(name);
        });
  }

  static CustardException tellsStatement() {
    return refused(
        "A statement that reads masked columns may not read its own text; leave current_query out.");
  }

  static CustardException unknown(String name) {
    return refused(
        ("The agent's policy masks columns, and %s is no table whose columns the agent knows; name"
                + " a table of the schema, not a part of one.")
            .formatted(name));
  }

  static CustardException ambiguous(String name) {
    return refused(
        "The agent's policy masks columns of a table %s; write its schema in front of it."
            .formatted(name));
  }

  static CustardException missing(Table table, String column) {
    return refused(
        ("The agent's policy masks the column %s, which %s.%s does not have for the agent's role;"
                + " the policy must be corrected before the table can be read.")
            .formatted(column, table.schema(), table.name()));
  }

  static CustardException noColumns(Table table) {
    return refused(
        "The agent knows no column of %s.%s that may be read."
            .formatted(table.schema(), table.name()));
  }

  static CustardException noDialect() {
    return refused(
        "The agent's policy masks columns, which the agent cannot do in a database of this kind.");
  }

  static CustardException notSure() {
    return refused(
        "The agent's policy masks columns that the statement reads, and the agent cannot mask them"
            + " for certain; write it more plainly.");
  }

  private static CustardException refused(String sentence) {
    return new CustardException(ErrorCode.AGENT_POLICY_REFUSED, sentence);
  }
}
