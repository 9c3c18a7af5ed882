package io.custard.guard.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.custard.guard.text.Lexer;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.UnreadableText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteLexerTest {
  private final Lexer lexer = new SqliteGrammar().lexer();

  @Test
  void takesBackslashesAsTheyAre() throws Exception {
    assertThat(texts("SELECT 'a\\', 'b''c'")).containsExactly("SELECT", "'a\\'", ",", "'b''c'");
  }

  @Test
  void endsLineCommentsAtLineFeedOnly() throws Exception {
    assertThat(texts("1 -- x\r\n, 2")).containsExactly("1", ",", "2");
  }

  @Test
  void doesNotNestBlockComments() throws Exception {
    assertThat(texts("1 /* /* */ 2 /**/ 3")).containsExactly("1", "2", "3");
  }

  @Test
  void readsOperatorsAndNumbers() throws Exception {
    assertThat(texts("a->>'b'->'c'==1<>2||.5<<0x1F!=1_000%1.e3"))
        .containsExactly(
            "a", "->>", "'b'", "->", "'c'", "==", "1", "<>", "2", "||", ".5", "<<", "0x1F", "!=",
            "1_000", "%", "1.e3");
  }

  @Test
  void readsNamesInFourKindsOfQuotesWithoutCase() throws Exception {
    assertThat(lexer.read("\"A\"\"B\" `C``D` [E F] G \"\""))
        .extracting(Token::name)
        .containsExactly("a\"b", "c`d", "e f", "g", "");
  }

  @Test
  void readsLiteralsInNamePlacesAsNames() throws Exception {
    assertThat(names("SELECT 'T'.'a' 'x', 'b' FROM 't' 'y', 'u' JOIN ('v') USING ('id')"))
        .containsExactly("t", "a", "x", "t", "y", "u", "v", "id");
    assertThat(names("SELECT a FROM t WHERE a IN 'it''s' AND b COLLATE 'nocase' = 'n'"))
        .containsExactly("it's", "nocase");
    assertThat(names("SELECT 1 AS 'k', sum(a) OVER 'w' FROM t ON 1, 'u' WINDOW 'w' AS ()"))
        .containsExactly("k", "w", "u", "w");
  }

  @Test
  void leavesLiteralsElsewhereAlone() throws Exception {
    assertThat(names("SELECT 'a', 'b' || 'c', f('d', 'e') FROM t WHERE x LIKE 'f'")).isEmpty();
    assertThat(names("SELECT x IS DISTINCT FROM 'a', x IN ('b', 'c') FROM t WHERE x GLOB 'd'"))
        .isEmpty();
    assertThat(names("VALUES ('a', 'b')")).isEmpty();
    assertThat(names("SELECT * FROM f('a', 'b'), t ON t.x = 'c' GROUP BY 'd', 'e'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* a", "/*", "'a", "\"a", "[a", "`a", "[a]]b]", "[]", "x'1'", "x'gg'", "x'12'''", "'f'(1)",
        "a\rb", "-- a\rb", "?", "?1", ":a", "@a", "$a", "#1", "1a", "a\\", "\u00a0", "\ufeff",
        "a\u0000", "\u000b", "!"
      })
  void refusesWhatCannotBeReadForCertain(String sql) {
    assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> lexer.read(sql));
  }

  private List<String> texts(String sql) throws UnreadableText {
    return lexer.read(sql).stream().map(Token::text).toList();
  }

  private List<String> names(String sql) throws UnreadableText {
    return lexer.read(sql).stream()
        .filter(token -> token.kind() == TokenKind.QUOTED_NAME)
        .map(Token::name)
        .toList();
  }
}
