package io.custard.conversation.words;

import io.custard.conversation.state.ColumnName;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The names of a schema as people say them: with blanks, in the singular or the plural. */
public final class Nouns {
  private static final int LONGEST = 5;
  private static final int MOST_LEVELS = 3;
  private static final List<String> NAMING = List.of("name", "title", "label", "full name");

  private final List<TableDescription> near;
  private final List<TableDescription> far;

  /** Words that name something, and how many there are. */
  public record Named<T>(T what, int length) {}

  /**
   * The names of a schema.
   *
   * @param near the tables the question is about, which come first
   */
  public Nouns(List<TableDescription> tables, List<String> near) {
    this.near = tables.stream().filter(table -> near.contains(table.name())).toList();
    this.far = tables.stream().filter(table -> !near.contains(table.name())).toList();
  }

  public List<TableDescription> near() {
    return near;
  }

  /**
   * The tables that near ones refer to, and those that these refer to, each in a list of its own.
   */
  public List<List<TableDescription>> referredTo() {
    List<List<TableDescription>> levels = new ArrayList<>();
    List<TableDescription> level = near;
    List<TableDescription> left = new ArrayList<>(far);
    for (int i = 0; i < MOST_LEVELS; i++) {
      List<TableDescription> from = level;
      level =
          left.stream().filter(table -> from.stream().anyMatch(one -> refers(one, table))).toList();
      left.removeAll(level);
      levels.add(level);
    }
    return levels;
  }

  private static boolean refers(TableDescription table, TableDescription other) {
    return table.foreignKeys().stream()
        .anyMatch(key ->
            key.referencedTable().equals(other.name())
                && key.referencedSchema().equals(other.schema()));
  }

  /** The columns that the most words from here name; those of near tables, if any. */
  public Optional<Named<List<ColumnName>>> columns(Text text, int at, Predicate<Column> wanted) {
    return columns(text, at, near, wanted).or(() -> columns(text, at, far, wanted));
  }

  /** The same, of near tables only. */
  public Optional<Named<List<ColumnName>>> nearColumns(
      Text text, int at, Predicate<Column> wanted) {
    return columns(text, at, near, wanted);
  }

  private static Optional<Named<List<ColumnName>>> columns(
      Text text, int at, List<TableDescription> tables, Predicate<Column> wanted) {
    for (int length = Math.min(LONGEST, text.size() - at); length > 0; length--) {
      String words = plain(text, at, length);
      List<ColumnName> found = new ArrayList<>();
      for (TableDescription table : tables) {
        for (Column column : table.columns()) {
          ColumnName name = new ColumnName(table.name(), column.name());
          boolean said = words.equals(singular(name.label())) || words.equals(full(name));
          if (!words.isEmpty() && said && wanted.test(column)) {
            found.add(name);
          }
        }
      }
      if (!found.isEmpty()) {
        return Optional.of(new Named<>(found, length));
      }
    }
    return Optional.empty();
  }

  private static String full(ColumnName name) {
    return singular(ColumnName.words(name.table())) + " " + singular(name.label());
  }

  /** The table that the most words from here name. */
  public Optional<Named<TableDescription>> table(Text text, int at) {
    return table(text, at, near).or(() -> table(text, at, far));
  }

  /** The same, of near tables only. */
  public Optional<Named<TableDescription>> nearTable(Text text, int at) {
    return table(text, at, near);
  }

  private static Optional<Named<TableDescription>> table(
      Text text, int at, List<TableDescription> tables) {
    for (int length = Math.min(LONGEST, text.size() - at); length > 0; length--) {
      String words = plain(text, at, length);
      List<TableDescription> found =
          tables.stream()
              .filter(table -> words.equals(singular(ColumnName.words(table.name()))))
              .toList();
      if (found.size() == 1) {
        return Optional.of(new Named<>(found.getFirst(), length));
      }
    }
    return Optional.empty();
  }

  /** By which column people know the rows of a table; its key if by none. */
  public static Optional<ColumnName> naming(TableDescription table) {
    String own = singular(ColumnName.words(table.name())) + " name";
    return Stream.concat(NAMING.stream(), Stream.of(own))
        .flatMap(
            name -> table.columns().stream().filter(c -> ColumnName.words(c.name()).equals(name)))
        .findFirst()
        .map(Column::name)
        .or(() ->
            table.primaryKey().size() == 1
                ? Optional.of(table.primaryKey().getFirst())
                : Optional.empty())
        .map(name -> new ColumnName(table.name(), name));
  }

  /** What the schema says of a column. */
  public Optional<Column> described(ColumnName name) {
    return near.stream()
        .filter(table -> table.name().equals(name.table()))
        .flatMap(table -> table.columns().stream())
        .filter(column -> column.name().equals(name.column()))
        .findFirst();
  }

  private static String plain(Text text, int at, int length) {
    List<String> words = new ArrayList<>();
    for (int i = at; i < at + length; i++) {
      words.add(text.at(i));
    }
    return words.contains("") ? "" : singular(ColumnName.words(String.join(" ", words)));
  }

  /** Words with the last one in the singular. */
  public static String singular(String words) {
    if (words.endsWith("ies") && words.length() > 4) {
      return words.substring(0, words.length() - 3) + "y";
    }
    if (words.matches(".*(ss|sh|ch|x|z)es")) {
      return words.substring(0, words.length() - 2);
    }
    boolean plural = words.endsWith("s") && !words.matches(".*(ss|us|is)");
    return plural && words.length() > 2 ? words.substring(0, words.length() - 1) : words;
  }
}
