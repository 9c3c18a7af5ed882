package io.custard.guard;

import java.util.List;

/**
 * One place of a statement that names a relation, for whoever puts something else there. Names that
 * WITH binds for certain are no relations.
 *
 * @param name its parts as the server resolves them
 * @param start where the name begins in {@link Verdict.Accepted#sql()}
 * @param end where it ends there; the index behind its last character
 * @param alias the name by which the rest of the statement knows it, as the text spells it
 */
public record Relation(List<String> name, int start, int end, Alias alias, Place place) {
  public Relation {
    name = List.copyOf(name);
  }

  /**
   * The name for the rest of the statement.
   *
   * @param text as the statement spells it
   * @param written whether it stands behind the relation; otherwise it is the relation's own name
   */
  public record Alias(String text, boolean written) {}

  /** Whether a query in parentheses could stand there. */
  public enum Place {
    /** In a FROM clause, with nothing but an alias behind it. */
    FREE,
    /** Elsewhere: TABLE t, ONLY t, t TABLESAMPLE, index hints, EXPLAIN, or where it is not sure. */
    FIXED,
    /** As free, but columns are named with the relation's schema, which a query does not have. */
    NAMED_WITH_SCHEMA,
    /** Servers differ in whether a WITH query of this name is meant. */
    PERHAPS_WITH
  }
}
