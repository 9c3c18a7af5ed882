package io.custard.check.query;

import io.custard.check.Problem.AmbiguousColumn;
import io.custard.check.Problem.Listed;
import io.custard.check.Problem.UnknownColumn;
import io.custard.check.Problem.UnknownTable;
import io.custard.check.block.Source;
import io.custard.check.schema.Field;
import io.custard.check.schema.KnownTable;
import io.custard.check.schema.Similarity;
import io.custard.check.scope.Scope;
import java.util.List;
import java.util.stream.Stream;

/** Says which names are missing, and what may have been meant. */
final class MissingNames {
  private static final int MOST = 3;
  private static final int MOST_LOOKED_AT = 2_000;
  private static final int MOST_LISTED = 100;

  private final Reading reading;
  private final Scope scope;

  MissingNames(Reading reading, Scope scope) {
    this.reading = reading;
    this.scope = scope;
  }

  void table(int first, int last) {
    List<KnownTable> tables = reading.catalog().tables();
    Stream<String> similar =
        Similarity.best(name(last), tables, table -> table.description().name())
            .map(KnownTable::shown);
    reading.add(
        first,
        last,
        written ->
            new UnknownTable(
                written,
                reading.position(first),
                similar.limit(MOST).toList(),
                tables.stream().limit(MOST_LISTED).map(KnownTable::shown).toList(),
                false));
  }

  /** A relation before a column's name that FROM does not have. */
  void qualifier(int token) {
    List<Source> sources = scope.sources();
    Stream<String> ofTable =
        sources.stream()
            .filter(source ->
                source.table() != null && source.table().shown().equalsIgnoreCase(name(token)))
            .map(Source::alias);
    Stream<String> similar = Similarity.best(name(token), sources, Source::name).map(Source::alias);
    reading.add(
        token,
        token,
        written ->
            new UnknownTable(
                written,
                reading.position(token),
                Stream.concat(ofTable, similar).distinct().limit(MOST).toList(),
                sources.stream().limit(MOST_LISTED).map(Source::alias).toList(),
                true));
  }

  /** A column that none of these has. */
  void column(int first, int last, List<Source> sources) {
    String name = name(last);
    Stream<String> meant =
        Stream.of(sameNameJoined(last, sources), similar(name, sources), sameNameElsewhere(last))
            .flatMap(names -> names);
    reading.add(
        first,
        last,
        written ->
            new UnknownColumn(
                written,
                reading.position(first),
                meant.distinct().limit(MOST).toList(),
                sources.stream()
                    .limit(MOST_LISTED)
                    .map(s -> new Listed(s.shown(), s.columns()))
                    .toList()));
  }

  private Stream<String> sameNameJoined(int token, List<Source> except) {
    String key = reading.names().key(reading.tree().tokens().at(token));
    return scope.sources().stream()
        .filter(source -> !except.contains(source))
        .flatMap(source -> source.shape().field(key).map(f -> qualified(source, f)).stream());
  }

  private Stream<String> similar(String name, List<Source> sources) {
    record Candidate(Source source, Field field) {}
    List<Candidate> candidates =
        sources.stream()
            .flatMap(s -> s.shape().fields().stream().map(field -> new Candidate(s, field)))
            .limit(MOST_LOOKED_AT)
            .toList();
    return Similarity.best(name, candidates, candidate -> candidate.field().key())
        .map(c -> sources.size() == 1 ? c.field().shown() : qualified(c.source(), c.field()));
  }

  private Stream<String> sameNameElsewhere(int token) {
    String key = reading.names().key(reading.tree().tokens().at(token));
    return reading.catalog().tables().stream()
        .filter(table -> scope.sources().stream().noneMatch(s -> table.equals(s.table())))
        .flatMap(
            table -> table.shape().field(key).map(f -> table.shown() + "." + f.shown()).stream());
  }

  /** A column that several of the sources have. */
  void ambiguous(int token, List<Source> holders) {
    String key = reading.names().key(reading.tree().tokens().at(token));
    List<String> meant =
        holders.stream()
            .flatMap(source -> source.shape().field(key).map(f -> qualified(source, f)).stream())
            .limit(MOST)
            .toList();
    reading.add(
        token, token, written -> new AmbiguousColumn(written, reading.position(token), meant));
  }

  /** A column of one of several relations of the same name. */
  void sameNames(int first, int last) {
    reading.add(
        first, last, written -> new AmbiguousColumn(written, reading.position(first), List.of()));
  }

  private static String qualified(Source source, Field field) {
    return source.alias().isEmpty() ? field.shown() : source.alias() + "." + field.shown();
  }

  private String name(int token) {
    return reading.tree().tokens().at(token).name();
  }
}
