package io.custard.guard.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.custard.guard.text.Lexer;
import io.custard.guard.text.Token;
import io.custard.guard.text.UnreadableText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrinoLexerTest {
  private final Lexer lexer = new TrinoGrammar().lexer();

  @Test
  void takesBackslashesAsTheyAre() throws Exception {
    assertThat(texts("SELECT 'a\\', 'b''c'")).containsExactly("SELECT", "'a\\'", ",", "'b''c'");
  }

  @Test
  void doesNotNestBlockComments() throws Exception {
    assertThat(texts("1 /* /* */ 2 -- 3\n4")).containsExactly("1", "2", "4");
  }

  @Test
  void readsOperatorsAndNumbers() throws Exception {
    assertThat(texts("x->a=>b||c<>1_000!=.5>=0xFF[1]"))
        .containsExactly(
            "x", "->", "a", "=>", "b", "||", "c", "<>", "1_000", "!=", ".5", ">=", "0xFF", "[", "1",
            "]");
  }

  @Test
  void readsBinaryLiterals() throws Exception {
    assertThat(texts("x'65 fF' X''")).containsExactly("X'65 fF'", "X''");
  }

  @Test
  void comparesNamesWithoutCaseInQuotesToo() throws Exception {
    assertThat(lexer.read("Abc \"Abc\" \"a\"\"B\" \"\u212A\""))
        .extracting(Token::name)
        .containsExactly("abc", "abc", "a\"b", "k");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* a", "'a", "\"a", "`a`", "\"\"", "U&'a'", "u&\"a\"", "X'6''5'", "X'g'", "a\rb",
        "-- a\rb", "?", "$1", "@a", "#a", "1a", "a$b", "{", "a & b", "a | b", "a ^ b", "\\",
        "\u00a0", "\ufeff", "a\u0000"
      })
  void refusesWhatCannotBeReadForCertain(String sql) {
    assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> lexer.read(sql));
  }

  private List<String> texts(String sql) throws UnreadableText {
    return lexer.read(sql).stream().map(Token::text).toList();
  }
}
