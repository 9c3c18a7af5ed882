package io.custard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FuzzTest {
  private static final String CHARACTERS =
      "abEeUuXxNn019 _$'\"\\;:,.()[]{}-+*/<>=~!@#%^&|`?\n\r\t\f\u0000\u0001\u00a0\u200b\ufeff\ud800ß";
  private static final List<String> WORDS =
      List.of(
          ("select from where group by order having limit with recursive as ( ) [ ] , ; . :: : * +"
                  + " - / || -> = < in any all not null case when then else end union values table"
                  + " explain analyze insert update delete into for share pg_sleep pg_authid count"
                  + " lower x y 'a' E'\\n' $$b$$ 1 2.5 -- /* */ over filter within distinct on join"
                  + " lateral cast interval between like escape array row exists extract substring")
              .split(" ", -1));

  private final SqlGuard guard = new SqlGuard(Dialect.POSTGRESQL, GuardLimits.defaults());

  @Test
  void answersRandomCharacters() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder sql = new StringBuilder(random.nextBoolean() ? "SELECT " : "");
      random
          .ints(random.nextInt(60), 0, CHARACTERS.length())
          .forEach(c -> sql.append(CHARACTERS.charAt(c)));
      assertVerdict(sql.toString());
    }
  }

  @Test
  void answersRandomWords() {
    Random random = new Random(2);
    for (int i = 0; i < 8_000; i++) {
      List<String> words = new ArrayList<>(List.of("select"));
      random.ints(random.nextInt(40), 0, WORDS.size()).forEach(w -> words.add(WORDS.get(w)));
      assertVerdict(String.join(" ", words));
    }
  }

  @Test
  void answersReadsWithRandomDamage() {
    Random random = new Random(3);
    List<String> reads = Corpus.lines("accept", Dialect.POSTGRESQL);
    for (int i = 0; i < 4_000; i++) {
      StringBuilder sql = new StringBuilder(reads.get(random.nextInt(reads.size())));
      int at = random.nextInt(sql.length());
      switch (random.nextInt(3)) {
        case 0 -> sql.deleteCharAt(at);
        case 1 -> sql.insert(at, ' ' + WORDS.get(random.nextInt(WORDS.size())) + ' ');
        default -> sql.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      assertVerdict(sql.toString());
    }
  }

  // Whatever is accepted must stand on its own: judged again, nothing changes.
  private void assertVerdict(String sql) {
    Verdict verdict = guard.judge(sql);

    assertThat(verdict).isNotNull();
    if (verdict instanceof Verdict.Accepted accepted) {
      assertThat(guard.judge(accepted.sql())).as(sql).isEqualTo(verdict);
      assertThat(accepted.functions()).doesNotContain("pg_sleep");
    }
  }
}
