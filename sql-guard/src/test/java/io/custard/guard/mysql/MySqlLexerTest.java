package io.custard.guard.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.UnreadableText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlLexerTest {

  @Test
  void takesTwoDashesForACommentOnlyBeforeABlank() throws Exception {
    assertThat(texts("1--1")).containsExactly("1", "-", "-", "1");
    assertThat(texts("1-- 1\n2")).containsExactly("1", "2");
    assertThat(texts("1--\n2")).containsExactly("1", "2");
    assertThat(texts("1 --")).containsExactly("1");
  }

  @Test
  void endsHashCommentsWithTheLine() throws Exception {
    assertThat(texts("1 # 'x\n, 2")).containsExactly("1", ",", "2");
  }

  @Test
  void doesNotNestBlockComments() throws Exception {
    assertThat(texts("1 /* /* */, 2")).containsExactly("1", ",", "2");
  }

  @Test
  void keepsBackslashEscapes() throws Exception {
    assertThat(texts("'a\\'b' c")).containsExactly("'a\\'b'", "c");
    assertThat(texts("'a\\\\' c")).containsExactly("'a\\\\'", "c");
    assertThat(texts("'a''b'")).containsExactly("'a''b'");
  }

  @Test
  void writesDoubleQuotedLiteralsInSingleQuotes() throws Exception {
    assertThat(texts("\"it's\"")).containsExactly("'it''s'");
    assertThat(texts("\"say \"\"hi\"\"\"")).containsExactly("'say \"hi\"'");
    assertThat(texts("\"a\\\"b\"")).containsExactly("'a\\\"b'");
  }

  @Test
  void readsPrefixedLiteralsInSingleQuotesOnly() throws Exception {
    assertThat(texts("x'41' b'01' n'a'")).containsExactly("X'41'", "B'01'", "N'a'");
    assertThat(texts("n\"a\"")).containsExactly("n", "'a'");
    assertThat(texts("_utf8'a'")).containsExactly("_utf8", "'a'");
  }

  @Test
  void readsNamesThatStartWithDigits() throws Exception {
    assertThat(kinds("1st 1e 0X1F 0b12 0xz")).containsOnly(TokenKind.WORD);
    assertThat(kinds("1 1.5 .5 1e3 0x1f 0b01")).containsOnly(TokenKind.NUMBER);
  }

  @Test
  void readsDigitsAfterAQualifierAsName() throws Exception {
    assertThat(texts("t.1")).containsExactly("t", ".", "1");
    assertThat(texts("t.1e5.2x")).containsExactly("t", ".", "1e5", ".", "2x");
    assertThat(texts("t .1")).containsExactly("t", ".1");
    assertThat(texts("`t`.1")).containsExactly("`t`", ".1");
    assertThat(texts("1.5")).containsExactly("1.5");
  }

  @Test
  void unquotesNamesInBackticks() throws Exception {
    assertThat(new MySqlLexer().read("`a``b` `SELECT`"))
        .extracting(Token::name)
        .containsExactly("a`b", "SELECT");
  }

  @Test
  void readsTheLongestOperator() throws Exception {
    assertThat(texts("a<=>b->>'c'<<d&&e"))
        .containsExactly("a", "<=>", "b", "->>", "'c'", "<<", "d", "&&", "e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a",
        "\"a",
        "`a",
        "'a\\'",
        "/* a",
        "/*/",
        "/*! a */",
        "/*!50000 a */",
        "/*M! a */",
        "/*+ a */",
        "@a",
        "@@a",
        "?",
        ":a",
        "\\N",
        "$a$",
        "$$",
        "``",
        "`a\\b`",
        "x'4'",
        "x'zz'",
        "b'2'",
        "1.e(",
        "1e1a",
        "1.5a",
        "[a]",
        "a\r b",
        "-- a\r\n\r",
        "a\u0000",
        "\u000b",
        "\u00a0",
        "\ufeff"
      })
  void refusesWhatTheServersReadDifferently(String sql) {
    assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> texts(sql));
  }

  private static List<String> texts(String sql) throws UnreadableText {
    return new MySqlLexer().read(sql).stream().map(Token::text).toList();
  }

  private static List<TokenKind> kinds(String sql) throws UnreadableText {
    return new MySqlLexer().read(sql).stream().map(Token::kind).toList();
  }
}
