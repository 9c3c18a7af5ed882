package io.custard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.conversation.change.Change;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bounded and always the same. */
class FuzzTest {
  private static final int ROUNDS = 600;
  private static final List<String> WORDS =
      List.of(
          ("and for last month in 2023 only Germany France without cancelled the by per month"
                  + " customer country instead also top 5 first 20 highest average sum of total how"
                  + " many all regardless filter on status as a bar chart pie sorted name descending"
                  + " oldest between March to May from since not web paid ones Lisbon quarter 99999 0"
                  + " -1 , ; ' \" \\ % _ -- /* */ () 🍮 Ünïcode\tx select drop table orders what about"
                  + " is at least over \u0000 “quoted words” 31 February 2026-02-31 q5 12")
              .split(" ", -1));

  @Test
  void neverThrowsAndGivesOnlyWhatTheGuardAccepts() {
    Random random = new Random(6);
    List<Dialogue> dialogues = Dialogue.all();
    int edits = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Dialogue dialogue = dialogues.get(random.nextInt(dialogues.size()));
      List<Dialect> dialects = List.copyOf(dialogue.previous().keySet());
      Dialect dialect = dialects.get(random.nextInt(dialects.size()));
      List<String> words = new ArrayList<>();
      for (int n = random.nextInt(7) + 1; n > 0; n--) {
        words.add(WORDS.get(random.nextInt(WORDS.size())));
      }

      String outcome =
          Conversation.outcome(
              dialogue.file(), dialect, dialogue.previous().get(dialect), String.join(" ", words));

      if (outcome.startsWith("SELECT")) {
        edits++;
        assertThat(
                new SqlGuard(dialect, GuardLimits.defaults()).judge(outcome.split(" -- ", -1)[0]))
            .as("%s after %s", words, dialogue)
            .isInstanceOf(Verdict.Accepted.class);
      }
    }
    assertThat(edits).isGreaterThan(ROUNDS / 100);
  }

  @Test
  void neverThrowsForTextsThatAreNoStatements() {
    Random random = new Random(7);
    List<String> parts =
        List.of(
            "SELECT",
            "FROM",
            "orders",
            "*",
            "(",
            ")",
            ",",
            "WHERE",
            "'",
            "total",
            "GROUP BY",
            "1",
            "ORDER BY",
            "LIMIT",
            "AND",
            "OR",
            "count(",
            "UNION",
            "o.",
            "AS",
            "=",
            "BETWEEN",
            "IN");
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder sql = new StringBuilder("SELECT ");
      for (int n = random.nextInt(14); n > 0; n--) {
        sql.append(parts.get(random.nextInt(parts.size()))).append(' ');
      }
      QuestionState.read(sql.toString(), Dialect.POSTGRESQL, TestingSchemas.tables("shop"));
      Rewrite.apply(
          sql.toString(),
          List.of(new Change.SetLimit(3)),
          Dialect.POSTGRESQL,
          TestingSchemas.tables("shop"));
    }
  }
}
