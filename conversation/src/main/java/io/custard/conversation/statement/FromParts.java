package io.custard.conversation.statement;

import io.custard.check.block.Bound;
import io.custard.check.block.Source;
import io.custard.check.schema.KnownTable;
import io.custard.guard.text.Statement;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes FROM apart, relation by relation. */
final class FromParts {
  private static final Set<String> BEFORE_JOIN =
      Set.of("left", "right", "inner", "full", "outer", "cross", "natural", "asof", "semi", "anti");

  private final SqlStatement statement;
  private final Statement tokens;

  FromParts(SqlStatement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
  }

  /** The relations, the first one with all that a comma joins to it. */
  List<Relation> relations() {
    Span from = statement.clauses().from();
    List<Integer> starts = new ArrayList<>(List.of(from.from()));
    for (int i = from.from(); i < from.to(); i++) {
      int join = joinAt(i);
      if (join >= 0 && from.isOutside(tokens, i)) {
        starts.add(i);
        i = join;
      }
    }
    starts.add(from.to());
    List<Relation> relations = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      relations.add(relation(new Span(starts.get(i), starts.get(i + 1)), i > 0));
    }
    return relations;
  }

  // The word JOIN of the phrase that begins here; -1 if none does.
  private int joinAt(int start) {
    int at = start;
    while (tokens.at(at).kind() == TokenKind.WORD && BEFORE_JOIN.contains(tokens.at(at).name())) {
      at++;
    }
    return tokens.at(at).isWord("join") || tokens.at(at).isWord("straight_join") ? at : -1;
  }

  private Relation relation(Span span, boolean joined) {
    List<Source> own =
        statement.sources().stream().filter(source -> span.contains(source.id())).toList();
    KnownTable table = own.size() == 1 ? own.getFirst().table() : null;
    Set<String> tables =
        statement.boundIn(span).stream()
            .flatMap(bound -> SqlStatement.name(bound).stream())
            .map(column -> column.table())
            .collect(Collectors.toSet());
    String name = table == null ? "" : table.description().name();
    tables.remove(name);
    boolean removable = joined && table != null && isToOne(span, own.getFirst(), table);
    return new Relation(span, name, removable, tables);
  }

  private boolean isToOne(Span span, Source own, KnownTable table) {
    int join = joinAt(span.from());
    boolean left = tokens.at(span.from()).isWord("left");
    boolean inner = tokens.at(span.from()).isWord("inner") || join == span.from();
    Optional<Span> on = on(span);
    if (on.isEmpty() || !(left || inner)) {
      return false;
    }
    Set<List<String>> pairs = new HashSet<>();
    Set<Source> others = new HashSet<>();
    for (Span condition : on.get().conjuncts(tokens)) {
      if (!isPair(condition.bare(tokens), own, pairs, others, left)) {
        return false;
      }
    }
    Source other = others.size() == 1 ? others.iterator().next() : own;
    KnownTable many = other.table();
    boolean kept = left || !statement.block().joins().outer().contains(other.id());
    return many != null && kept && many.refersTo(table, statement.catalog().names(), pairs);
  }

  private Optional<Span> on(Span span) {
    for (int i = span.from(); i < span.to(); i++) {
      if (tokens.at(i).isWord("on") && span.isOutside(tokens, i)) {
        return Optional.of(new Span(i + 1, span.to()));
      }
    }
    return Optional.empty();
  }

  private boolean isPair(
      Span condition, Source own, Set<List<String>> pairs, Set<Source> others, boolean left) {
    List<Bound> both = statement.boundIn(condition);
    boolean equality =
        both.size() == 2
            && tokens.at(both.getFirst().last() + 1).isMark("=")
            && both.getFirst().last() + 2 == both.getLast().first()
            && condition.from() == both.getFirst().first()
            && condition.to() == both.getLast().last() + 1;
    if (!equality) {
      return false;
    }
    boolean ownFirst = both.getFirst().source().equals(own);
    Bound one = ownFirst ? both.getFirst() : both.getLast();
    Bound many = ownFirst ? both.getLast() : both.getFirst();
    var column = many.field().column();
    boolean always = left || (column != null && !column.nullable());
    pairs.add(List.of(many.field().key(), one.field().key()));
    others.add(many.source());
    return always && one.source().equals(own) && !many.source().equals(own);
  }
}
