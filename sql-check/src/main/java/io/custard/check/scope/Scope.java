package io.custard.check.scope;

import io.custard.check.block.Source;
import io.custard.check.schema.Field;
import io.custard.guard.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The names that hold in one SELECT, and through it those of the SELECTs around it. Built while the
 * statement is read, by one thread.
 */
public final class Scope {
  /** What a name without qualifier means. */
  public sealed interface Meaning {
    record Is(Source source, Field field) implements Meaning {}

    /** Something that is there, or may be: a result, a row, a column that is not listed. */
    record Something() implements Meaning {}

    record OneOf(List<Source> sources) implements Meaning {}

    record Nothing() implements Meaning {}
  }

  private static final Meaning SOMETHING = new Meaning.Something();
  private static final Meaning NOTHING = new Meaning.Nothing();

  private final Dialect dialect;
  private final @Nullable Scope outer;
  private final List<Source> sources = new ArrayList<>();
  // Columns that USING and NATURAL make one of several.
  private final Set<String> merged = new HashSet<>();
  private final Map<String, Expression> results = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private boolean allMerged;
  private Clause clause = Clause.FROM;
  private int from;
  private int to = Integer.MAX_VALUE;

  public Scope(Dialect dialect, @Nullable Scope outer) {
    this.dialect = dialect;
    this.outer = outer;
  }

  public @Nullable Scope outer() {
    return outer;
  }

  public List<Source> sources() {
    return sources;
  }

  public void add(Source source) {
    sources.add(source);
  }

  public void merge(String column) {
    merged.add(column);
  }

  public void mergeAll() {
    allMerged = true;
  }

  public void addResult(String name, Expression expression) {
    results.putIfAbsent(name, expression);
  }

  /** A column that is a result under its own name. */
  public void addShown(String name) {
    shown.add(name);
  }

  public Optional<Expression> result(String name) {
    return Optional.ofNullable(results.get(name));
  }

  /** From here on names stand in this clause. */
  public void enter(Clause next) {
    clause = next;
    from = 0;
    to = Integer.MAX_VALUE;
  }

  /** From here on they stand in the condition of a join of the sources in this range. */
  public void enterJoin(int start, int end) {
    enter(Clause.ON);
    from = start;
    to = end;
  }

  /** The sources that columns are qualified with by this name: none, one, or by mistake more. */
  public List<Source> qualified(String name) {
    List<Source> here = sources.stream().filter(source -> source.name().equals(name)).toList();
    Scope around = here.isEmpty() ? seenAround() : null;
    return around == null ? here : around.qualified(name);
  }

  // SQLite's lists for sorting and grouping see nothing of the SELECTs around.
  private @Nullable Scope seenAround() {
    boolean alone =
        dialect == Dialect.SQLITE && (clause == Clause.GROUP_BY || clause == Clause.ORDER_BY);
    return alone ? null : outer;
  }

  public Meaning unqualified(String name, boolean bare) {
    Meaning meaning = NOTHING;
    for (Scope scope = this; scope != null && meaning == NOTHING; scope = scope.seenAround()) {
      meaning = scope.here(name, bare && scope == this, scope != this);
    }
    return meaning;
  }

  private Meaning here(String name, boolean bare, boolean nested) {
    if (bare && clause == Clause.ORDER_BY && (results.containsKey(name) || shown.contains(name))) {
      return SOMETHING;
    }
    List<Source> holders =
        visible().stream().filter(s -> s.shape().field(name).isPresent()).toList();
    boolean result = results.containsKey(name) && clause.seesResults(dialect, bare, nested);
    if (holders.size() > 1) {
      boolean one =
          allMerged
              || merged.contains(name)
              || (!columnsComeFirst() && (result || isGrouped(name)));
      return one ? SOMETHING : new Meaning.OneOf(holders);
    }
    if (holders.size() == 1) {
      Source holder = holders.getFirst();
      return new Meaning.Is(holder, holder.shape().field(name).orElseThrow());
    }
    boolean may =
        sources.stream().anyMatch(s -> s.shape().open() || s.shape().field(name).isPresent())
            || isRow(name)
            || result;
    return may ? SOMETHING : NOTHING;
  }

  private boolean isGrouped(String name) {
    return (clause == Clause.GROUP_BY || clause == Clause.HAVING) && shown.contains(name);
  }

  // Elsewhere than in ORDER BY; of the others it is not known.
  private boolean columnsComeFirst() {
    return dialect == Dialect.POSTGRESQL || dialect == Dialect.SQLITE;
  }

  private boolean isRow(String name) {
    boolean hasRows = dialect != Dialect.MYSQL && dialect != Dialect.SQLITE;
    return hasRows && sources.stream().anyMatch(source -> source.name().equals(name));
  }

  private List<Source> visible() {
    return sources.subList(Math.min(from, sources.size()), Math.min(to, sources.size()));
  }

  /** Whether a relation here or around may have a name that the statement does not say. */
  public boolean hasUnnamed() {
    return sources.stream().anyMatch(source -> source.name().isEmpty())
        || (outer != null && outer.hasUnnamed());
  }
}
