package io.custard.agent.database;

/**
 * Writes one row of an engine, cell by cell: {@link JsonBuffer#cell} and then exactly one JSON
 * value. What stands around and between the cells, and what becomes of the JSON in other encodings,
 * is not its concern.
 *
 * @param <T> a row as the engine has it
 */
@FunctionalInterface
public interface RowWriter<T> {
  void write(T row, JsonBuffer out);
}
