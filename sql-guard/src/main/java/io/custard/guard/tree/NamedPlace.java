package io.custard.guard.tree;

import io.custard.guard.text.Skeleton;
import java.util.List;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;

/**
 * Where a tree names a relation, by the tokens of the statement.
 *
 * @param name its parts as the server resolves them
 * @param first token of its first part; -1 if that is none of the statement's own
 * @param last token of its last part; -1 if that is none of the statement's own
 * @param alias token of the alias; -1 if there is none
 * @param doubt why it may not be what it seems
 */
public record NamedPlace(List<String> name, int first, int last, int alias, Doubt doubt) {
  /** Why a query could not stand there. */
  public enum Doubt {
    NONE,
    PERHAPS_WITH,
    NAMED_WITH_SCHEMA
  }

  static NamedPlace of(List<String> standIns, Table table, Naming naming, boolean perhapsWith) {
    Alias alias = table.getAlias();
    return new NamedPlace(
        standIns.stream().map(naming::of).toList(),
        Skeleton.tokenOf(standIns.getFirst()),
        Skeleton.tokenOf(standIns.getLast()),
        alias == null || alias.getName() == null ? -1 : Skeleton.tokenOf(alias.getName()),
        perhapsWith ? Doubt.PERHAPS_WITH : Doubt.NONE);
  }

  /** Whether this may be the relation that a longer or shorter name means. */
  boolean mayBe(List<String> other) {
    int common = Math.min(name.size(), other.size());
    return name.subList(name.size() - common, name.size())
        .equals(other.subList(other.size() - common, other.size()));
  }

  NamedPlace namedWithSchema() {
    return doubt == Doubt.NONE
        ? new NamedPlace(name, first, last, alias, Doubt.NAMED_WITH_SCHEMA)
        : this;
  }
}
