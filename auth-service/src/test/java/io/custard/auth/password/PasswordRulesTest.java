package io.custard.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eleven char",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "abcdefghijklmnop",
        "987654321098",
        "123qweasdzxc",
        "Password1234",
        "P@ssw0rd1234",
        "12345dragon!!!",
        "passwordpassword",
        "iloveyouiloveyou",
        "CustardCustard1",
        "ann.lovelace12",
        "Lovelace-2026",
        "example-mail-1"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThatThrownBy(
            () -> rules.require(password, "ann.lovelace@example-mail.com", "Ann Lovelace"))
        .isInstanceOfSatisfying(
            CustardException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.AUTH_PASSWORD_WEAK))
        .hasMessageNotContaining(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "kv7-Qm2p9xLw",
        "ein ganz langer Satz",
        "дом у самого моря",
        "🍮🍰🍦🍩🍪🎂🍫🍬🍭🍡🍧🍨",
        "lovelace reads at the sea"
      })
  void whatIsLongAndTheirOwnIsTaken(String password) {
    assertThatCode(() -> rules.require(password, "ann.lovelace@example.com", "Ann Lovelace"))
        .doesNotThrowAnyException();
  }

  @Test
  void lengthIsCountedInCharactersAsPeopleTypeThem() {
    String longest = "kv7-Qm2p9xLw".repeat(10) + "12345678";

    assertThatCode(() -> rules.require(longest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> rules.require(longest + "9")).isInstanceOf(CustardException.class);
    assertThatThrownBy(() -> rules.require("🍮🍰🍦🍩🍪🎂")).isInstanceOf(CustardException.class);
  }

  @Test
  void theSamePasswordFromAnotherKeyboardIsTheSame() {
    assertThat(PasswordRules.normalised("Ｃａｆｅ\u0301 ﬁn")).isEqualTo("Café fin");
  }
}
