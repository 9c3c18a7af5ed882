package io.custard.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.ApiProblem;
import io.custard.embedded.MailDirectory;
import io.custard.launcher.home.LauncherException;
import io.custard.problem.ErrorCode;
import java.time.Duration;
import java.util.Map;

/** The account a first run is used with. */
public record DemoAccount(String email, String password) {
  private static final String EMAIL = "demo@custard.example";
  private static final String SIGN_UP = "/api/v1/auth/signup";
  private static final String AGAIN = "/api/v1/auth/resend-verification";
  private static final Duration MAIL = Duration.ofSeconds(60);

  /** An account that is there is told by mail, without a link that opens it. */
  private static final String OTHER_PASSWORD =
      "No link came by mail. If there is such an account, its password is not the one in"
          + " .custard/secrets; delete .custard to begin anew.";

  public static DemoAccount of(String password) {
    return new DemoAccount(EMAIL, password);
  }

  /** Logs in, signing up first when there is no such account yet. */
  SeedApi logIn(SeedApi anonymous, MailDirectory mails) {
    try {
      return enter(anonymous);
    } catch (ApiProblem e) {
      if (e.code().equals(ErrorCode.AUTH_EMAIL_UNVERIFIED.name())) {
        return verify(anonymous, mails, AGAIN, Map.of("email", email));
      }
      if (!e.code().equals(ErrorCode.AUTH_CREDENTIALS_WRONG.name())) {
        throw failed(e);
      }
      return verify(anonymous, mails, SIGN_UP, signUp());
    }
  }

  /** Logs in to the account that is there. */
  SeedApi enter(SeedApi anonymous) throws ApiProblem {
    return anonymous.with(token(anonymous.post("/api/v1/auth/login", credentials())));
  }

  /** Has the mail sent and follows its link, as anybody would. */
  private SeedApi verify(
      SeedApi anonymous, MailDirectory mails, String path, Map<String, String> body) {
    try {
      int before = mails.all(email).size();
      anonymous.post(path, body);
      String link = mails.await(email, before + 1, MAIL).token();
      return anonymous.with(
          token(anonymous.post("/api/v1/auth/verify-email", Map.of("token", link))));
    } catch (ApiProblem e) {
      throw failed(e);
    } catch (IllegalStateException e) {
      throw new LauncherException("The demo account could not be used. " + OTHER_PASSWORD, e);
    }
  }

  private Map<String, String> signUp() {
    return Map.of(
        "email", email, "password", password, "name", "Demo", "organisation", "Custard demo");
  }

  private Map<String, String> credentials() {
    return Map.of("email", email, "password", password);
  }

  private static String token(JsonNode answer) {
    return answer.path("access_token").asText();
  }

  private static LauncherException failed(ApiProblem problem) {
    String detail = problem.code() + ": " + problem.detail();
    return new LauncherException("The demo account could not be used. " + detail, problem);
  }

  @Override
  public String toString() {
    return "DemoAccount[" + email + "]";
  }
}
