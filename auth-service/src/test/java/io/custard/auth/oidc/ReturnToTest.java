package io.custard.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.problem.CustardException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/questions", "/q/1?x=a%20b&y=/z", "/@me", "/a//b", "/?x=1", "/a:b;c=d"})
  void aPathOfOurOwnIsOne(String path) {
    assertThat(ReturnTo.of(path).path()).isEqualTo(path);
    assertThat(URI.create("https://custard.example" + path).getHost()).isEqualTo("custard.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "questions",
        "//x",
        "/\\x",
        "\\x",
        "https://x",
        "/a b",
        "/a#b",
        "/a\r\nb",
        "/%",
        "/%g0",
        "/\t/x",
        "/ä",
        " /"
      })
  void whateverABrowserCouldReadAsAnotherSiteIsNone(String path) {
    assertThatThrownBy(() -> ReturnTo.of(path)).isInstanceOf(CustardException.class);
  }

  @Test
  void nothingSaidIsTheFirstPageAndTooMuchIsRefused() {
    assertThat(ReturnTo.of(null).path()).isEqualTo("/");
    assertThat(ReturnTo.of("").path()).isEqualTo("/");
    assertThatThrownBy(() -> ReturnTo.of("/" + "x".repeat(500)))
        .isInstanceOf(CustardException.class);
  }
}
