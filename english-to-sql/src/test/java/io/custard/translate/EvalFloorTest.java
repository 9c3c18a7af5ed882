package io.custard.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvalFloorTest {
  /** Floors well under what is reached on databases nobody here has written. */
  @Test
  void answersAShareOfForeignQuestionsAndIsMostlyRight() throws Exception {
    Path sets = sets();
    assumeTrue(sets != null, "shared/eval is not beside the checkout: measurement skipped");
    int asked = 0;
    int answered = 0;
    int right = 0;
    for (Path database : EvalRun.databases(sets.resolve("spider_dev"))) {
      try (Connection connection = EvalRun.open(database)) {
        for (EvalRun.Asked one : EvalRun.ask(database)) {
          boolean counts =
              !one.question().path("empty").asBoolean()
                  && one.question().get("id").asText().startsWith("spider-dev-");
          if (counts) {
            asked++;
            if (one.translation() instanceof Translation.Sql sql) {
              answered++;
              right += same(connection, sql.sql(), one.question().get("gold_sql").asText()) ? 1 : 0;
            }
          }
        }
      }
    }
    System.out.printf("spider_dev: asked %d, answered %d, right %d%n", asked, answered, right);
    assertThat(asked).isPositive();
    assertThat((double) answered / asked).isGreaterThan(0.4);
    assertThat((double) right / answered).isGreaterThan(0.7);
  }

  private static boolean same(Connection connection, String sql, String gold) throws SQLException {
    return sorted(SqliteSchemas.rows(connection, sql))
        .equals(sorted(SqliteSchemas.rows(connection, gold)));
  }

  private static List<String> sorted(List<List<String>> rows) {
    List<String> sorted = new ArrayList<>();
    for (List<String> row : rows) {
      sorted.add(row.stream().map(EvalFloorTest::cell).sorted().toList().toString());
    }
    sorted.sort(null);
    return sorted;
  }

  private static String cell(String cell) {
    return cell == null
        ? "null"
        : cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
  }

  private static Path sets() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path sets = at.resolve("../shared/eval/sets").normalize();
      if (Files.isDirectory(sets.resolve("spider_dev"))) {
        return sets;
      }
    }
    return null;
  }
}
