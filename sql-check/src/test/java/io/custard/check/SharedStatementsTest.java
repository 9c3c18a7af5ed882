package io.custard.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Statements of people and models, held against the databases they were written for: SQLite says
 * which names are wrong. They live beside the checkout. All of them with {@code
 * -Dcustard.long=true}, else every fifth.
 */
class SharedStatementsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SqlGuard GUARD = new SqlGuard(Dialect.SQLITE, GuardLimits.defaults());
  private static final int STEP = Boolean.getBoolean("custard.long") ? 1 : 5;

  private record Checked(String database, String sql, Findings findings, Optional<String> refusal) {
    boolean isNameRefused() {
      return refusal
          .filter(why ->
              why.contains("no such column")
                  || why.contains("no such table")
                  || why.contains("ambiguous"))
          .isPresent();
    }
  }

  private static List<Checked> checked = List.of();

  @BeforeAll
  static void checkAll() throws Exception {
    Optional<Path> eval = eval();
    assumeTrue(eval.isPresent(), "skipped: ../shared is not beside this checkout");
    checked = checkAll(eval.get());
  }

  @Test
  void refusesHardlyAnyStatementThatRuns() {
    List<Checked> running = checked.stream().filter(one -> one.refusal().isEmpty()).toList();
    List<Checked> wrong =
        running.stream().filter(one -> !one.findings().problems().isEmpty()).toList();
    long cautioned = running.stream().filter(o -> !o.findings().cautions().isEmpty()).count();
    System.out.printf(
        "shared statements: %d run, %d of them refused, %d with a caution%n",
        running.size(), wrong.size(), cautioned);
    wrong.forEach(one -> System.out.println("  " + one));

    assertThat(running).hasSizeGreaterThan(1_000);
    assertThat((double) wrong.size() / running.size()).isLessThan(0.005);
  }

  @Test
  void findsMostNamesThatAreWrong() {
    List<Checked> broken = checked.stream().filter(Checked::isNameRefused).toList();
    List<Checked> missed =
        broken.stream().filter(one -> one.findings().problems().isEmpty()).toList();
    System.out.printf(
        "shared statements: %d have a wrong name, %d of them found%n",
        broken.size(), broken.size() - missed.size());
    missed.forEach(one -> System.out.println("  " + one));

    assertThat(broken).isNotEmpty();
    assertThat((double) missed.size() / broken.size()).isLessThan(0.1);
  }

  private static List<Checked> checkAll(Path eval) throws IOException, SQLException {
    List<Checked> all = new ArrayList<>();
    for (Map.Entry<Path, Set<String>> database : statements(eval).entrySet()) {
      String url = "jdbc:sqlite:file:" + database.getKey() + "?immutable=1";
      try (Connection connection = DriverManager.getConnection(url)) {
        StatementCheck check = new StatementCheck(Dialect.SQLITE, SqliteSchema.read(connection));
        for (String sql : database.getValue()) {
          if (GUARD.judge(sql) instanceof Verdict.Accepted accepted) {
            all.add(
                new Checked(
                    database.getKey().getFileName().toString(),
                    accepted.sql(),
                    check.check(accepted.sql()),
                    refusal(connection, accepted.sql())));
          }
        }
      }
    }
    return all;
  }

  // SQLite resolves names when it prepares.
  private static Optional<String> refusal(Connection connection, String sql) {
    try (PreparedStatement _ = connection.prepareStatement(sql)) {
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  static Map<Path, Set<String>> statements(Path eval) throws IOException {
    Map<Path, Set<String>> statements = new TreeMap<>();
    Map<String, Path> databaseOf = new HashMap<>();
    int count = 0;
    for (Path file : questionFiles(eval)) {
      Path folder = file.getParent();
      Path database = folder.resolve(folder.getFileName() + ".sqlite");
      for (String line : Files.readAllLines(file)) {
        JsonNode question = JSON.readTree(line);
        databaseOf.put(question.path("id").asText(), database);
        if (count++ % STEP == 0) {
          statements
              .computeIfAbsent(database, none -> new LinkedHashSet<>())
              .add(question.path("gold_sql").asText());
        }
      }
    }
    for (String line : Files.readAllLines(eval.resolve("predictions.jsonl"))) {
      JsonNode prediction = JSON.readTree(line);
      Path database = databaseOf.get(prediction.path("id").asText());
      if (database != null && count++ % STEP == 0) {
        statements
            .computeIfAbsent(database, none -> new LinkedHashSet<>())
            .add(prediction.path("sql").asText());
      }
    }
    return statements;
  }

  private static List<Path> questionFiles(Path eval) throws IOException {
    try (Stream<Path> files = Files.walk(eval.resolve("sets"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("questions.*\\.jsonl"))
          .filter(file -> {
            Path folder = file.getParent();
            return Files.isRegularFile(folder.resolve(folder.getFileName() + ".sqlite"));
          })
          .sorted()
          .toList();
    }
  }

  private static Optional<Path> eval() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path eval = at.resolve("shared/eval");
      if (Files.isRegularFile(eval.resolve("predictions.jsonl"))) {
        return Optional.of(eval);
      }
    }
    return Optional.empty();
  }
}
