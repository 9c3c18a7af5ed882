package io.custard.query.prompt;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.query.meaning.TableMeanings;
import io.custard.query.retrieval.Signal;
import io.custard.query.retrieval.TableRanking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tables a question is about, best first, until a budget is used up. A schema that fits
 * is shown whole; otherwise {@link TableRanking} says what comes first, and a table that would take
 * more than its part of the budget is shown with its keys and best columns alone. Built once for a
 * schema, then used by many threads; a search of 1,000 tables takes some milliseconds.
 */
public final class SchemaSearch {
  /** So many tables are shown at least, however wide they are. */
  private static final int LEAST_TABLES = 12;

  private static final int LEAST_CHARACTERS = 600;

  private final List<TableDescription> tables;
  private final int[] lengths;
  private final long characters;
  private final int shortest;
  private final TableRanking ranking;
  private final boolean trims;

  /** By words alone. */
  public SchemaSearch(List<TableDescription> tables) {
    this(tables, TableMeanings.NONE);
  }

  /**
   * @param meanings of the same tables in the same order
   */
  public SchemaSearch(List<TableDescription> tables, TableMeanings meanings) {
    this(tables, meanings, EnumSet.allOf(Signal.class));
  }

  /**
   * A search by some signals alone, to measure what the others are worth.
   *
   * @param meanings of the same tables in the same order
   */
  public SchemaSearch(List<TableDescription> tables, TableMeanings meanings, Set<Signal> signals) {
    this.tables = List.copyOf(tables);
    this.lengths = tables.stream().mapToInt(table -> SchemaText.length(table, List.of())).toArray();
    this.characters = Arrays.stream(lengths).asLongStream().sum();
    this.shortest = Arrays.stream(lengths).min().orElse(0);
    this.ranking = new TableRanking(tables, meanings, signals);
    this.trims = signals.contains(Signal.TRIMMING);
  }

  /**
   * The part of the schema for a question, up to so many characters of {@link SchemaText}. Takes a
   * processor for milliseconds: never on an event loop.
   */
  public SchemaPart find(String question, int budget) {
    if (characters <= budget) {
      return new SchemaPart(tables, tables.size());
    }
    int widest = trims ? Math.max(budget / LEAST_TABLES, LEAST_CHARACTERS) : Integer.MAX_VALUE;
    WideTables wide = new WideTables(question, widest);
    List<TableDescription> chosen = new ArrayList<>();
    Map<TableName, List<String>> leftOut = new HashMap<>();
    int left = budget;
    for (int number : ranking.of(question)) {
      if (left < shortest) {
        break;
      }
      TableDescription table = tables.get(number);
      List<String> without = lengths[number] > widest ? wide.leftOut(table) : List.of();
      int length = without.isEmpty() ? lengths[number] : SchemaText.length(table, without);
      if (length <= left) {
        left -= length;
        chosen.add(table);
        leftOut.put(new TableName(table.schema(), table.name()), without);
      }
    }
    return new SchemaPart(chosen, tables.size(), leftOut);
  }
}
