package io.custard.agent.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where health and metrics are served.
 *
 * @param port 0 for any free one
 */
public record HttpAddress(String host, int port) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final HttpAddress DEFAULT = new HttpAddress(LOOPBACK, 9464);
  private static final Pattern FORM =
      Pattern.compile("(?:(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):)?(?<port>\\d{1,5})");

  /** Empty when nothing is to be served. */
  public static Optional<HttpAddress> of(Given given) throws InvalidSettings {
    String text = given.value(Setting.HTTP);
    if (text.isEmpty()) {
      return Optional.of(DEFAULT);
    }
    if (text.equals("off")) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group("port")) > 65_535) {
      throw new InvalidSettings(
          "CUSTARD_AGENT_HTTP must be host:port, a port, or off; such as 127.0.0.1:9464.");
    }
    String host = parts.group("host");
    return Optional.of(
        new HttpAddress(
            host == null ? LOOPBACK : host.replaceAll("[\\[\\]]", ""),
            Integer.parseInt(parts.group("port"))));
  }
}
