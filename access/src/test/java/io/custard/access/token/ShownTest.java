package io.custard.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.access.PersonalToken;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void theHeaderWinsOverTheCookie() {
    assertThat(Shown.of("Bearer abc", "cookie")).isEqualTo(new Shown.AccessToken("abc"));
    assertThat(Shown.of("bearer abc", null)).isEqualTo(new Shown.AccessToken("abc"));
    assertThat(Shown.of(null, "cookie")).isEqualTo(new Shown.BrowserToken("cookie"));
  }

  @Test
  void aPersonalTokenIsToldFromAnAccessToken() {
    String token = PersonalToken.draw().reveal();

    assertThat(Shown.of("Bearer " + token, null)).isInstanceOf(Shown.ApiToken.class);
    assertThat(refusal("Bearer custard_pat_x", null)).isEqualTo(ErrorCode.AUTH_TOKEN_INVALID);
  }

  @Test
  void nothingShownAndOtherSchemesAreAskedToLogIn() {
    assertThat(refusal(null, null)).isEqualTo(ErrorCode.AUTH_REQUIRED);
    assertThat(refusal(null, "")).isEqualTo(ErrorCode.AUTH_REQUIRED);
    assertThat(refusal("Basic YWJj", "cookie")).isEqualTo(ErrorCode.AUTH_REQUIRED);
  }

  @Test
  void noTextFormShowsASecret() {
    assertThat(Shown.of("Bearer abc", null).toString()).doesNotContain("abc");
    assertThat(Shown.of(null, "abc").toString()).doesNotContain("abc");
  }

  private static ErrorCode refusal(String authorization, String cookie) {
    var refused = new ErrorCode[1];
    assertThatThrownBy(() -> Shown.of(authorization, cookie))
        .isInstanceOfSatisfying(CustardException.class, e -> refused[0] = e.code());
    return refused[0];
  }
}
