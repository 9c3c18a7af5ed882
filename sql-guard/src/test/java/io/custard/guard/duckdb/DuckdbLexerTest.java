package io.custard.guard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.custard.guard.text.Token;
import io.custard.guard.text.UnreadableText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckdbLexerTest {

  @Test
  void readsTwoSlashesAsAnOperator() throws Exception {
    assertThat(texts("7 // 2, 3")).containsExactly("7", "//", "2", ",", "3");
    assertThat(texts("7//2 -- x\n+ 1")).containsExactly("7", "//", "2", "+", "1");
  }

  @Test
  void nestsBlockComments() throws Exception {
    assertThat(texts("1 /* /* */ 2 */ 3")).containsExactly("1", "3");
  }

  @Test
  void cutsOperatorsAtComments() throws Exception {
    assertThat(texts("1+--x\n2")).containsExactly("1", "+", "2");
    assertThat(texts("2**3/*x*/")).containsExactly("2", "**", "3");
    assertThat(texts("a<=>b")).containsExactly("a", "<=>", "b");
  }

  @Test
  void readsBracesBracketsAndColonsOneByOne() throws Exception {
    assertThat(texts("{'a':[1:2]}")).containsExactly("{", "'a'", ":", "[", "1", ":", "2", "]", "}");
    assertThat(texts("[:-:2]")).containsExactly("[", ":", "-", ":", "2", "]");
    assertThat(texts("f(a:=1,b=>2)::INT[]"))
        .containsExactly("f", "(", "a", ":=", "1", ",", "b", "=>", "2", ")", "::", "INT", "[", "]");
  }

  @Test
  void decodesLiterals() throws Exception {
    assertThat(texts("E'it\\'s\\t'")).containsExactly("'it''s\t'");
    assertThat(texts("$$it's$$ $t$ $$ $t$")).containsExactly("'it''s'", "' $$ '");
    assertThat(texts("'a\\'")).containsExactly("'a\\'");
    assertThat(texts("'a'\n'b'")).containsExactly("'ab'");
  }

  @Test
  void foldsNamesInQuotesToo() throws Exception {
    assertThat(new DuckdbLexer().read("Read_CSV \"Read_CSV\" \"a\"\"B\""))
        .extracting(Token::name)
        .containsExactly("read_csv", "read_csv", "a\"b");
  }

  @Test
  void readsNumbersWithSeparators() throws Exception {
    assertThat(texts("1_000 1_0.0_1 2e3 .5")).containsExactly("1000", "10.01", "2e3", ".5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\u00a0+ 2",
        "1\u3000+ 2",
        "1 \u200b",
        "?",
        "$1",
        "#1",
        "`a`",
        "0x1F",
        "1a",
        "'a",
        "\"a",
        "/* a",
        "/* /* */",
        "$a$ b",
        "U&'a'",
        "U&\"a\"",
        "1 \\ 2",
        "a\u0000",
        "\ufeff1",
        "E'a\\'"
      })
  void refusesWhatItCannotVouchFor(String sql) {
    assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> new DuckdbLexer().read(sql));
  }

  private static List<String> texts(String sql) throws UnreadableText {
    return new DuckdbLexer().read(sql).stream().map(Token::text).toList();
  }
}
