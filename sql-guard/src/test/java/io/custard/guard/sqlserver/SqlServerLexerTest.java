package io.custard.guard.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.custard.guard.text.Token;
import io.custard.guard.text.UnreadableText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerLexerTest {

  @Test
  void readsBracketsAndDoubleQuotesAsNames() throws Exception {
    assertThat(new SqlServerLexer().read("[a]]b] \"c\"\"d\" [e \"f]"))
        .extracting(Token::name)
        .containsExactly("a]b", "c\"d", "e \"f");
  }

  @Test
  void takesABackslashForAnOrdinaryCharacter() throws Exception {
    assertThat(texts("'a\\' , b")).containsExactly("'a\\'", ",", "b");
  }

  @Test
  void nestsBlockComments() throws Exception {
    assertThat(texts("1 /* /* */ 2 */ 3")).containsExactly("1", "3");
  }

  @Test
  void readsNamesOfTemporaryTables() throws Exception {
    assertThat(texts("#t ##t a#b a$1 a@b")).containsExactly("#t", "##t", "a#b", "a$1", "a@b");
  }

  @Test
  void readsMoneyAndBinaryNumbers() throws Exception {
    assertThat(texts("$1.50 $ $.5 -$2 0x1F"))
        .containsExactly("$1.50", "$", "$.5", "-", "$2", "0x1F");
  }

  @Test
  void keepsThePrefixOfUnicodeLiterals() throws Exception {
    assertThat(texts("N'ä' n'b' x'c'")).containsExactly("N'ä'", "N'b'", "x", "'c'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0xEXEC",
        "0x1DROP",
        "1EXEC",
        "$1a",
        "$a",
        "@a",
        "@@version",
        "'a\\\nb'",
        "'a\\\r\nb'",
        "\uff44rop",
        "\u017fhutdown",
        "wa\u0131tfor",
        "\u212aill",
        "[\uff53ys]",
        "[]",
        "[sys ]",
        "[a",
        "{fn now()}",
        "?",
        "`a`",
        "a\u00a0b",
        "a\u0000"
      })
  void refusesWhatTheServerMayReadDifferently(String sql) {
    assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> texts(sql));
  }

  private static List<String> texts(String sql) throws UnreadableText {
    return new SqlServerLexer().read(sql).stream().map(Token::text).toList();
  }
}
