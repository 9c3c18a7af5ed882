package io.custard.agent.config;

import io.custard.agent.config.DatabaseAddress.TlsMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code postgresql://user:password@host:port/name?sslmode=…}. Not by {@link java.net.URI}: a
 * password that was pasted unescaped should work, and no message may repeat the text.
 */
final class DatabaseUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<login>.*)@)?(?<host>\\[[0-9a-fA-F:.]+]|[^:/?@\\[\\]]+)"
              + "(?::(?<port>\\d{1,5}))?/(?<name>[^/?]+)(?:\\?(?<query>.*))?");
  private static final Pattern SSL_MODE = Pattern.compile("(?:^|&)sslmode=([a-z-]+)");
  private static final int DEFAULT_PORT = 5432;

  private DatabaseUrl() {}

  static DatabaseAddress read(String url, String otherUser, String otherPassword)
      throws InvalidSettings {
    Matcher parts = FORM.matcher(url.strip());
    if (!parts.matches()) {
      throw new InvalidSettings(
          "DB_URL cannot be read; write it as postgresql://user:password@host:port/database.");
    }
    String login = orEmpty(parts.group("login"));
    int colon = login.indexOf(':');
    String user = colon < 0 ? login : login.substring(0, colon);
    String password = colon < 0 ? otherPassword : decoded(login.substring(colon + 1));
    String host = parts.group("host");
    return new DatabaseAddress(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        port(orEmpty(parts.group("port"))),
        decoded(parts.group("name")),
        user.isEmpty() ? otherUser : decoded(user),
        password,
        tls(orEmpty(parts.group("query"))));
  }

  static int port(String text) throws InvalidSettings {
    if (text.isEmpty()) {
      return DEFAULT_PORT;
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new InvalidSettings("The database's port must be a number from 1 to 65535.");
    }
    return Integer.parseInt(text);
  }

  private static TlsMode tls(String query) throws InvalidSettings {
    Matcher mode = SSL_MODE.matcher(query);
    if (!mode.find()) {
      return TlsMode.PREFER;
    }
    return switch (mode.group(1).toLowerCase(Locale.ROOT)) {
      case "disable" -> TlsMode.DISABLE;
      case "allow", "prefer" -> TlsMode.PREFER;
      case "require" -> TlsMode.REQUIRE;
      default ->
          throw new InvalidSettings(
              "sslmode in DB_URL must be disable, prefer or require; others are not supported yet.");
    };
  }

  /** Percent escapes only where they are whole; a plus sign is a plus sign. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
