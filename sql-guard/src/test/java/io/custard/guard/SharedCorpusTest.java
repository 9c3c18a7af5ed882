package io.custard.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements collected from test suites and attack lists; they live beside the checkout. */
class SharedCorpusTest {
  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

  private record Line(Dialect dialect, String sql, String label, String why) {
    boolean accepted() {
      return Corpus.guard(dialect).judge(sql) instanceof Verdict.Accepted;
    }

    boolean isResource() {
      return why.startsWith("resource:");
    }
  }

  private static List<Line> lines = List.of();

  @BeforeAll
  static void readLines() throws IOException {
    Optional<Path> file = find();
    assumeTrue(file.isPresent(), "skipped: ../shared is not beside this checkout");
    lines =
        Files.readAllLines(file.get()).stream()
            .map(SharedCorpusTest::fields)
            .map(f ->
                new Line(
                    Dialect.of(f.get("dialect")).orElseThrow(),
                    f.get("sql"),
                    f.get("label"),
                    f.get("why")))
            .toList();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void letsNoRejectThrough(Dialect dialect) {
    List<Line> rejects = lines(dialect, "reject");
    List<Line> through = rejects.stream().filter(Line::accepted).toList();
    System.out.printf(
        "shared corpus, %s: %d of %d rejects pass, %d of them only use resources%n",
        dialect, through.size(), rejects.size(), through.stream().filter(Line::isResource).count());
    assertThat(through.stream().filter(l -> !l.isResource())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void acceptsMostReads(Dialect dialect) {
    List<Line> reads = lines(dialect, "accept");
    long accepted = reads.stream().filter(Line::accepted).count();
    double share = 100.0 * accepted / reads.size();
    System.out.printf(
        "shared corpus, %s: %d of %d reads pass, %.1f %%%n",
        dialect, accepted, reads.size(), share);
    assertThat(share).isGreaterThanOrEqualTo(dialect == Dialect.CLICKHOUSE ? 85.0 : 90.0);
  }

  private static List<Line> lines(Dialect dialect, String label) {
    return lines.stream()
        .filter(line -> line.dialect() == dialect && line.label().equals(label))
        .toList();
  }

  private static Optional<Path> find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path file = folder.resolve("shared/corpora/guard-dev.jsonl");
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  // The lines are flat objects of strings, so a pattern reads them.
  private static Map<String, String> fields(String json) {
    Map<String, String> fields = new HashMap<>();
    Matcher matcher = FIELD.matcher(json);
    while (matcher.find()) {
      fields.put(matcher.group(1), unescape(matcher.group(2)));
    }
    return fields;
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
  }

  private static String character(String escape) {
    return switch (escape.charAt(0)) {
      case 'u' -> String.valueOf((char) Integer.parseInt(escape, 1, 5, 16));
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      default -> escape;
    };
  }
}
