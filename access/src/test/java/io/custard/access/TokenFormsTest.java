package io.custard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import org.junit.jupiter.api.Test;

class TokenFormsTest {
  @Test
  void aPersonalTokenIsFoundByItsIdAndProvedByItsSecret() {
    PersonalToken drawn = PersonalToken.draw();
    PersonalToken read = PersonalToken.parse(drawn.reveal()).orElseThrow();

    assertThat(drawn.reveal()).matches("custard_pat_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{43}");
    assertThat(read.id()).isEqualTo(drawn.id());
    assertThat(read.matches(drawn.sha256())).isTrue();
    assertThat(read.matches(PersonalToken.draw().sha256())).isFalse();
    assertThat(drawn.toString()).doesNotContain(drawn.reveal());
  }

  @Test
  void whatIsCutOrLongerIsNoPersonalToken() {
    String whole = PersonalToken.draw().reveal();

    assertThat(PersonalToken.parse(whole.substring(1))).isEmpty();
    assertThat(PersonalToken.parse(whole.substring(0, whole.length() - 1))).isEmpty();
    assertThat(PersonalToken.parse(whole + "x")).isEmpty();
    assertThat(PersonalToken.parse(whole + "\n")).isEmpty();
  }

  @Test
  void onlyTheSessionsOwnProofCounts() {
    assertThatCode(() -> CsrfRule.require("right", "right", null)).doesNotThrowAnyException();
    assertThatCode(() -> CsrfRule.require("right", "right", "same-origin"))
        .doesNotThrowAnyException();
    refused("right", "wrong", null);
    refused("right", null, null);
    refused("right", "", null);
    refused("", "", null);
    refused(null, "anything", null);
    refused("right", "right", "cross-site");
    refused("right", "right", "same-site");
  }

  @Test
  void onlyMethodsThatChangeNothingAreSafe() {
    assertThat(CsrfRule.isSafe("GET")).isTrue();
    assertThat(CsrfRule.isSafe("HEAD")).isTrue();
    assertThat(CsrfRule.isSafe("POST")).isFalse();
    assertThat(CsrfRule.isSafe("DELETE")).isFalse();
    assertThat(CsrfRule.isSafe("MADE-UP")).isFalse();
  }

  private static void refused(String expected, String shown, String site) {
    assertThatThrownBy(() -> CsrfRule.require(expected, shown, site))
        .isInstanceOfSatisfying(
            CustardException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.AUTH_CSRF));
  }
}
