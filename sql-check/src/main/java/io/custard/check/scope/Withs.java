package io.custard.check.scope;

import io.custard.check.schema.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The WITH queries that hold at a place, by name. Each is read once, when it is first needed; one
 * that needs itself gets what is known of it by then.
 */
public final class Withs {
  private final @Nullable Withs outer;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  public Withs(@Nullable Withs outer) {
    this.outer = outer;
  }

  /** One WITH query. */
  public static final class Entry {
    private final Function<Entry, Shape> reader;
    private Shape shape = Shape.UNKNOWN;
    private boolean started;

    public Entry(Function<Entry, Shape> reader) {
      this.reader = reader;
    }

    public Shape shape() {
      if (!started) {
        started = true;
        shape = reader.apply(this);
      }
      return shape;
    }

    public void knownSoFar(Shape first) {
      shape = first;
    }
  }

  public void add(String name, Entry entry) {
    entries.put(name, entry);
  }

  public Optional<Entry> find(String name) {
    Entry here = entries.get(name);
    return here != null || outer == null ? Optional.ofNullable(here) : outer.find(name);
  }

  /** Reads those that nothing has needed. */
  public void readAll() {
    entries.values().forEach(Entry::shape);
    if (outer != null) {
      outer.readAll();
    }
  }
}
