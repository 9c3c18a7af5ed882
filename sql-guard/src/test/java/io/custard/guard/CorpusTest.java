package io.custard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.text.Lexer;
import io.custard.guard.text.Token;
import io.custard.guard.text.UnreadableText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
  static Stream<Arguments> reads() {
    return lines("accept");
  }

  static Stream<Arguments> refusals() {
    return lines("reject");
  }

  private static Stream<Arguments> lines(String label) {
    return Arrays.stream(Dialect.values())
        .flatMap(dialect ->
            Corpus.lines(label, dialect).stream().map(line -> Arguments.of(dialect, line)));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void acceptsRead(Dialect dialect, String sql) {
    assertThat(guard(dialect).judge(sql)).isInstanceOf(Verdict.Accepted.class);
  }

  @ParameterizedTest
  @MethodSource("reads")
  void judgesItsOwnCanonicalTextTheSame(Dialect dialect, String sql) {
    Verdict verdict = guard(dialect).judge(sql);
    assertThat(guard(dialect).judge(canonical(verdict))).isEqualTo(verdict);
  }

  /**
   * However the canonical text is spaced, the server must read the very tokens that were judged.
   */
  @ParameterizedTest
  @MethodSource("reads")
  void leavingOutBlanksChangesNoToken(Dialect dialect, String sql) throws Exception {
    Lexer lexer = Grammars.of(dialect).orElseThrow().lexer();
    String canonical = canonical(guard(dialect).judge(sql));
    assertThat(texts(lexer, canonical)).isEqualTo(texts(lexer, sql.replaceAll("[;\\s]+$", "")));
  }

  private static String canonical(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    return ((Verdict.Accepted) verdict).sql();
  }

  private static List<String> texts(Lexer lexer, String sql) throws UnreadableText {
    return lexer.read(sql).stream().map(CorpusTest::text).toList();
  }

  private static String text(Token token) {
    return token.kind() + " " + token.text();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWithTheExpectedCode(Dialect dialect, String line) {
    int blank = line.indexOf(' ');
    String sql = line.substring(blank + 1);
    Verdict verdict = guard(dialect).judge(sql);
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    Verdict.Refused refused = (Verdict.Refused) verdict;
    assertThat(refused.code()).isEqualTo(RefusalCode.valueOf(line.substring(0, blank)));
    assertThat(refused.position()).isBetween(0, sql.length());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void holdsEnoughStatementsToMeanSomething(Dialect dialect) {
    assertThat(Corpus.lines("accept", dialect)).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    assertThat(Corpus.lines("reject", dialect)).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  private static SqlGuard guard(Dialect dialect) {
    return Corpus.guard(dialect);
  }
}
