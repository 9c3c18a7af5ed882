package io.custard.testkit;

import io.custard.embedded.MailDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** A new person by the public API: signs up, reads the mail and follows its link. */
public final class TestingSignUp {
  /** Good for every account. */
  public static final String PASSWORD = "three wobbly puddings";

  private static final Duration MAIL = Duration.ofSeconds(30);

  private TestingSignUp() {}

  /** The mails that services under {@link Infrastructure} sent. */
  public static MailDirectory mails() {
    return new MailDirectory(Path.of(SharedServers.mails()));
  }

  /**
   * Opens an account and logs in.
   *
   * @param mails where the mails of this installation arrive
   * @return the JSON of the answer: user, organisation and tokens
   */
  public static String at(URI edge, MailDirectory mails, String email)
      throws IOException, InterruptedException {
    post(edge, "signup", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    String link = mails.await(email, 1, MAIL).token();
    return post(edge, "verify-email", "{\"token\":\"%s\"}".formatted(link));
  }

  private static String post(URI edge, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(edge.resolve("/api/v1/auth/" + path))
            .timeout(MAIL)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return answer.body();
    }
  }
}
