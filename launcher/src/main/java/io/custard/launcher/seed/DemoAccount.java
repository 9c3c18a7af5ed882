package io.custard.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.ApiProblem;
import io.custard.launcher.home.LauncherException;
import io.custard.problem.ErrorCode;
import java.util.Map;

/** The account a first run is used with. */
public record DemoAccount(String email, String password) {
  private static final String EMAIL = "demo@custard.example";

  public static DemoAccount of(String password) {
    return new DemoAccount(EMAIL, password);
  }

  /** Logs in, signing up first when there is no such account yet. */
  SeedApi logIn(SeedApi anonymous) {
    try {
      return anonymous.with(token(anonymous.post("/api/v1/auth/login", credentials())));
    } catch (ApiProblem e) {
      if (!e.code().equals(ErrorCode.AUTH_CREDENTIALS_WRONG.name())) {
        throw failed(e);
      }
      return signUp(anonymous);
    }
  }

  private SeedApi signUp(SeedApi anonymous) {
    try {
      Map<String, String> body =
          Map.of(
              "email", email, "password", password, "name", "Demo", "organisation", "Custard demo");
      return anonymous.with(token(anonymous.post("/api/v1/auth/signup", body)));
    } catch (ApiProblem e) {
      throw failed(e);
    }
  }

  private Map<String, String> credentials() {
    return Map.of("email", email, "password", password);
  }

  private static String token(JsonNode answer) {
    return answer.path("access_token").asText();
  }

  private static LauncherException failed(ApiProblem problem) {
    String detail = problem.code() + ": " + problem.detail();
    if (problem.code().equals(ErrorCode.AUTH_EMAIL_TAKEN.name())) {
      detail += " Its password is not the one in .custard/secrets; delete .custard to begin anew.";
    }
    return new LauncherException("The demo account could not be used. " + detail, problem);
  }

  @Override
  public String toString() {
    return "DemoAccount[" + email + "]";
  }
}
