package io.custard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.text.PostgresLexer;
import io.custard.guard.text.Token;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
  private final SqlGuard guard = new SqlGuard(Dialect.POSTGRESQL, GuardLimits.defaults());

  static List<String> reads() {
    return Corpus.lines("accept/postgresql.sql");
  }

  static List<String> refusals() {
    return Corpus.lines("reject/postgresql.sql");
  }

  @ParameterizedTest
  @MethodSource("reads")
  void acceptsRead(String sql) {
    assertThat(guard.judge(sql)).isInstanceOf(Verdict.Accepted.class);
  }

  @ParameterizedTest
  @MethodSource("reads")
  void judgesItsOwnCanonicalTextTheSame(String sql) {
    Verdict verdict = guard.judge(sql);

    assertThat(guard.judge(((Verdict.Accepted) verdict).sql())).isEqualTo(verdict);
  }

  /**
   * However the canonical text is spaced, the server must read the very tokens that were judged.
   */
  @ParameterizedTest
  @MethodSource("reads")
  void leavingOutBlanksChangesNoToken(String sql) throws Exception {
    PostgresLexer lexer = new PostgresLexer();
    String canonical = ((Verdict.Accepted) guard.judge(sql)).sql();

    assertThat(texts(lexer.read(canonical)))
        .isEqualTo(texts(lexer.read(sql.replaceAll("[;\\s]+$", ""))));
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream().map(token -> token.kind() + " " + token.text()).toList();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWithTheExpectedCode(String line) {
    int blank = line.indexOf(' ');
    String sql = line.substring(blank + 1);

    Verdict verdict = guard.judge(sql);

    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    Verdict.Refused refused = (Verdict.Refused) verdict;
    assertThat(refused.code()).isEqualTo(RefusalCode.valueOf(line.substring(0, blank)));
    assertThat(refused.position()).isBetween(0, sql.length());
  }

  @Test
  void holdsEnoughStatementsToMeanSomething() {
    assertThat(reads()).hasSizeGreaterThan(120).doesNotHaveDuplicates();
    assertThat(refusals()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
  }
}
