package io.custard.guard.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.text.WordLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Regenerate the file with {@code -Dguard.regenerate=true}. */
class NativeImageTest {
  private static final Path FILE =
      Path.of("src/main/resources/META-INF/native-image/io.custard/sql-guard/reflect-config.json");

  private static final Path WORD_LISTS = Path.of("src/main/resources/io/custard/guard");

  @Test
  void registersTheFieldsOfEveryAllowedClass() throws Exception {
    String expected = config();
    if (Boolean.getBoolean("guard.regenerate")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, expected);
    }

    assertThat(Files.readString(FILE)).isEqualTo(expected);
  }

  private static Set<String> listed() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(WORD_LISTS)) {
      files
          .filter(file -> file.endsWith("nodes.txt"))
          .map(file -> WORD_LISTS.relativize(file).toString())
          .forEach(file -> names.addAll(WordLists.load(file).sections().keySet()));
    }
    return names;
  }

  private static String config() throws ClassNotFoundException, IOException {
    TreeSet<String> classes = new TreeSet<>();
    for (String name : listed()) {
      Class<?> type = Class.forName("net.sf.jsqlparser." + name);
      while (type.getName().startsWith("net.sf.jsqlparser.")) {
        classes.add(type.getName());
        type = type.getSuperclass();
      }
    }
    return classes.stream()
        .map(name -> "  {\"name\": \"" + name + "\", \"allDeclaredFields\": true}")
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }
}
