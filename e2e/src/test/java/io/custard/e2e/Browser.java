package io.custard.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser that keeps cookies and goes one step at a time. The JDK's own cookie manager would keep
 * secure cookies from loopback, to which browsers do send them.
 */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Map<String, Cookie> cookies = new HashMap<>();

  private record Cookie(String host, String path, String name, String value) {
    boolean goesTo(URI address) {
      return host.equals(address.getHost()) && address.getPath().startsWith(path);
    }

    /** Of one site that names no domains. */
    static Cookie read(URI from, String header) {
      String path = "/";
      for (String attribute : header.split(";")) {
        if (attribute.strip().startsWith("Path=")) {
          path = attribute.strip().substring("Path=".length());
        }
      }
      String[] pair = header.split(";", 2)[0].split("=", 2);
      boolean gone = header.contains("Max-Age=0");
      return new Cookie(from.getHost(), path, pair[0].strip(), gone ? "" : pair[1].strip());
    }
  }

  HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).GET());
  }

  HttpResponse<String> post(URI address, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Where it is sent on to. */
  static URI next(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(location -> answer.uri().resolve(location))
        .orElseThrow(() ->
            new AssertionError(
                "%d without a way on: %s".formatted(answer.statusCode(), answer.body())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    URI address = request.build().uri();
    String known =
        cookies.values().stream()
            .filter(cookie -> cookie.goesTo(address) && !cookie.value().isEmpty())
            .map(cookie -> cookie.name() + "=" + cookie.value())
            .collect(Collectors.joining("; "));
    if (!known.isEmpty()) {
      request.header("Cookie", known);
    }
    HttpResponse<String> answer =
        http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").stream()
        .map(header -> Cookie.read(address, header))
        .forEach(cookie -> cookies.put(cookie.host() + cookie.path() + cookie.name(), cookie));
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
