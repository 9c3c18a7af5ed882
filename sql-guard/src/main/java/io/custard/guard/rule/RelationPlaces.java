package io.custard.guard.rule;

import io.custard.guard.Relation;
import io.custard.guard.Relation.Alias;
import io.custard.guard.Relation.Place;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.tree.NamedPlace;
import java.util.List;
import java.util.Set;

/**
 * Where the canonical text names relations, and whether something else could stand there. It can
 * where the words before and behind are known to leave the place alone; anything else is fixed.
 */
final class RelationPlaces {
  private static final Set<String> BEFORE = Set.of("from", "join", "straight_join");
  private static final Set<String> BEHIND =
      Set.of(
          ("where join inner left right full cross natural on using group order having limit offset"
                  + " fetch union intersect except minus window qualify straight_join semi anti asof"
                  + " positional select")
              .split(" ", -1));

  private final Statement statement;
  private final int queryStart;
  private final int[] starts;
  private final String canonical;

  RelationPlaces(Statement statement, int queryStart) {
    this.statement = statement;
    this.queryStart = queryStart;
    this.starts = new int[statement.size()];
    this.canonical = statement.canonical(starts);
  }

  String canonical() {
    return canonical;
  }

  List<Relation> of(List<NamedPlace> places) {
    return places.stream().map(this::relation).toList();
  }

  private Relation relation(NamedPlace place) {
    // A key word that the parser took for a name is no token of its own.
    if (place.first() < 0) {
      return new Relation(place.name(), 0, 0, new Alias("", false), Place.FIXED);
    }
    int last = Math.max(place.first(), place.last());
    boolean written = place.alias() >= 0;
    return new Relation(
        place.name(),
        starts[place.first()],
        starts[last] + statement.at(last).text().length(),
        new Alias(statement.at(written ? place.alias() : last).text(), written),
        place(place));
  }

  private Place place(NamedPlace place) {
    // A plan shows the expressions that were put there.
    if (queryStart > 0 || place.last() < place.first() || !isFree(place)) {
      return Place.FIXED;
    }
    return switch (place.doubt()) {
      case NONE -> Place.FREE;
      case NAMED_WITH_SCHEMA -> Place.NAMED_WITH_SCHEMA;
      case PERHAPS_WITH -> Place.PERHAPS_WITH;
    };
  }

  private boolean isFree(NamedPlace place) {
    return isChain(place.first(), place.last())
        && followsFrom(place.first() - 1)
        && endsRelation(behindAlias(place));
  }

  // Nothing but names and dots.
  private boolean isChain(int first, int last) {
    for (int i = first + 1; i < last; i += 2) {
      if (!statement.at(i).isMark(".")) {
        return false;
      }
    }
    return (last - first) % 2 == 0 && !statement.at(last + 1).isMark(".");
  }

  private boolean followsFrom(int before) {
    int at = before;
    while (statement.at(at).isMark("(")) {
      at--;
    }
    return statement.at(at).isMark(",") || isOneOf(statement.at(at), BEFORE);
  }

  // The index behind the relation and its alias; -2 if something else stands between them.
  private int behindAlias(NamedPlace place) {
    int behind = place.last() + 1;
    if (place.alias() < 0) {
      return behind;
    }
    int alias = statement.at(behind).isWord("as") ? behind + 1 : behind;
    if (alias != place.alias()) {
      return -2;
    }
    return statement.at(alias + 1).isMark("(") ? statement.partner(alias + 1) + 1 : alias + 1;
  }

  private boolean endsRelation(int behind) {
    Token token = statement.at(behind);
    return behind == statement.size()
        || token.isMark(",")
        || token.isMark(")")
        || isOneOf(token, BEHIND);
  }

  private static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() == TokenKind.WORD && words.contains(token.name());
  }
}
