package io.custard.launcher.sample.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One line of a list in {@code resources/sample}: fields between bars. Lines that start with {@code
 * #} are remarks.
 */
public record WordList(List<String> fields) {
  public WordList {
    fields = List.copyOf(fields);
  }

  /** The lines of the resource, in its order. */
  public static List<WordList> read(String name) {
    try (InputStream in = WordList.class.getResourceAsStream("/sample/" + name);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
      List<WordList> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          lines.add(new WordList(split(line, "\\|")));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
  }

  public String text(int field) {
    return fields.get(field);
  }

  public int number(int field) {
    return Integer.parseInt(text(field));
  }

  /** The words of a field, which commas divide. */
  public List<String> words(int field) {
    return split(text(field), ",");
  }

  /** The two ends of a field such as {@code 19-189}. */
  public Range range(int field) {
    List<String> ends = split(text(field), "-");
    return new Range(Integer.parseInt(ends.get(0)), Integer.parseInt(ends.get(1)));
  }

  /** Whole numbers from {@code lowest} to {@code highest}. */
  public record Range(int lowest, int highest) {
    public int pick(Chance chance) {
      return chance.between(lowest, highest);
    }
  }
}
