package io.custard.guard.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.custard.guard.text.Scanner;
import io.custard.guard.text.Token;
import io.custard.guard.text.UnreadableText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickHouseLexerTest {

  @Test
  void takesABackslashForAnEscape() throws Exception {
    assertThat(texts("'a\\'b' , c")).containsExactly("'a\\'b'", ",", "c");
    assertThat(texts("'a\\\\' , c")).containsExactly("'a\\\\'", ",", "c");
    assertThat(texts("'a''\\' , c'")).containsExactly("'a''\\' , c'");
  }

  @Test
  void readsHeredocsAsLiterals() throws Exception {
    assertThat(texts("$$it's$$ $a$ $$ \\ $a$")).containsExactly("'it''s'", "' $$ \\\\ '");
  }

  @Test
  void keepsDollarsInNames() throws Exception {
    assertThat(texts("a$b$ c$")).containsExactly("a$b$", "c$");
  }

  @Test
  void readsElementsBehindNamesNumbersAndBrackets() throws Exception {
    assertThat(texts("t.1.2")).containsExactly("t", ".", "1", ".", "2");
    assertThat(texts("(a).1 [b].2"))
        .containsExactly("(", "a", ")", ".", "1", "[", "b", "]", ".", "2");
    assertThat(texts("1 + .5")).containsExactly("1", "+", ".5");
    assertThat(texts("1.5 2.")).containsExactly("1.5", "2.");
  }

  @Test
  void endsBlockCommentsAtTheFirstMark() throws Exception {
    assertThat(texts("1 /* /* */ 2")).containsExactly("1", "2");
  }

  @Test
  void endsHashAndDashCommentsWithTheLine() throws Exception {
    assertThat(texts("1 # '\n2 #! x\n3 -- '\n4")).containsExactly("1", "2", "3", "4");
  }

  @Test
  void readsTheLongestMark() throws Exception {
    assertThat(texts("a::b==c<=>d->e||f?g:h"))
        .containsExactly(
            "a", "::", "b", "==", "c", "<=>", "d", "->", "e", "||", "f", "?", "g", ":", "h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a",
        "'a\\'",
        "`a\\`b`",
        "\"a\\\"b\"",
        "$a",
        "$a$ open",
        "$1$ a $1$",
        "0xsleep",
        "0b12",
        "1a",
        "t.1a",
        "@a",
        "a & b",
        "/* /* */ */ ~",
        "a\u00a0b",
        "a\u0000"
      })
  void refusesWhatTheServerReadsDifferently(String sql) {
    assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> texts(sql));
  }

  private static List<String> texts(String sql) throws UnreadableText {
    return new Scanner(ClickHouseGrammar.LEXICON).read(sql).stream().map(Token::text).toList();
  }
}
