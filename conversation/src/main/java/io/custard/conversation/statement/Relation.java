package io.custard.conversation.statement;

import java.util.Set;

/**
 * A relation of FROM with what joins it.
 *
 * @param table its name in the schema
 * @param removable whether without it there are the same rows, if nothing else names it
 * @param joinedWith the tables that its condition names beside it
 */
public record Relation(Span span, String table, boolean removable, Set<String> joinedWith) {
  public Relation {
    joinedWith = Set.copyOf(joinedWith);
  }
}
