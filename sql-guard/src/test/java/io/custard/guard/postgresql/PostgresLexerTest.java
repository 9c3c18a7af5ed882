package io.custard.guard.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.custard.guard.text.Token;
import io.custard.guard.text.UnreadableText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresLexerTest {

  @Test
  void cutsOperatorsAtComments() throws Exception {
    assertThat(texts("a*-b")).containsExactly("a", "*", "-", "b");
    assertThat(texts("a@-b")).containsExactly("a", "@-", "b");
    assertThat(texts("1+--x\n2")).containsExactly("1", "+", "2");
    assertThat(texts("1*/*x*/2")).containsExactly("1", "*", "2");
    assertThat(texts("a->>'b'")).containsExactly("a", "->>", "'b'");
    assertThat(texts("a=-1")).containsExactly("a", "=", "-", "1");
  }

  @Test
  void endsLineCommentsAtCarriageReturn() throws Exception {
    assertThat(texts("1 -- x\r, 2")).containsExactly("1", ",", "2");
  }

  @Test
  void nestsBlockComments() throws Exception {
    assertThat(texts("1 /* /* */ 2 */ 3")).containsExactly("1", "3");
  }

  @Test
  void decodesLiterals() throws Exception {
    assertThat(texts("E'a\\tb\\x41\\101\\u00e4\\\\'")).containsExactly("'a\tbAAä\\'");
    assertThat(texts("E'\\ud83d\\ude00'")).containsExactly("'😀'");
    assertThat(texts("$q$it's $$ $q$")).containsExactly("'it''s $$ '");
    assertThat(texts("'a\\'")).containsExactly("'a\\'");
    assertThat(texts("x'1F' b'01' n'a'")).containsExactly("X'1F'", "B'01'", "N'a'");
  }

  @Test
  void joinsLiteralsOnlyAcrossLines() throws Exception {
    assertThat(texts("'a'\n  'b'")).containsExactly("'ab'");
    assertThat(texts("'a' 'b'")).containsExactly("'a'", "'b'");
    assertThat(texts("E'a'\n'\\n'")).containsExactly("'a\n'");
  }

  @Test
  void foldsNamesAsTheServerDoes() throws Exception {
    assertThat(new PostgresLexer().read("ABC \"ABC\" ÄB a$1 \u212A"))
        .extracting(Token::name)
        .containsExactly("abc", "ABC", "Äb", "a$1", "\u212A");
  }

  @Test
  void readsNumbers() throws Exception {
    assertThat(texts("1 1. .5 1.5e-3 0x1F 1_000 1..2"))
        .containsExactly("1", "1.", ".5", "1.5e-3", "0x1f", "1000", "1.", ".2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a",
        "\"a",
        "$$a",
        "$a$ a $b$",
        "/* a",
        "$1",
        "U&'a'",
        "u&\"a\"",
        "\"\"",
        "\\",
        "1a",
        "a\u0000",
        "\u00a0",
        "\ufeff",
        "E'\\0'",
        "E'\\xff'",
        "E'\\",
        "{",
        "E'\\b'"
      })
  void refusesWhatTheServerReadsDifferently(String sql) {
    assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> texts(sql));
  }

  private static List<String> texts(String sql) throws UnreadableText {
    return new PostgresLexer().read(sql).stream().map(Token::text).toList();
  }
}
