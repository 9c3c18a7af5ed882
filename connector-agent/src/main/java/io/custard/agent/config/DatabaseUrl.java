package io.custard.agent.config;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseAddress.TlsMode;
import io.custard.agent.database.DatabaseEngine;
import io.custard.agent.database.DatabaseEngines;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code postgresql://user:password@host:port/name?sslmode=…}, and {@code scheme:/path} for
 * an engine whose databases are files. Not by {@link java.net.URI}: a password that was pasted
 * unescaped should work, and no message may repeat the text.
 */
final class DatabaseUrl {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern SERVER =
      Pattern.compile(
          "[^:]+://(?:(?<login>.*)@)?(?<host>\\[[0-9a-fA-F:.]+]|[^:/?@\\[\\]]+)"
              + "(?::(?<port>\\d{1,5}))?/(?<name>[^/?]+)(?:\\?(?<query>.*))?");
  private static final Pattern FILE = Pattern.compile("[^:]+:(?://)?(?<path>/.*|[^/].*)");
  private static final Pattern SSL_MODE = Pattern.compile("(?:^|&)sslmode=([a-z-]+)");

  private final String url;
  private final DatabaseEngine engine;

  private DatabaseUrl(String url, DatabaseEngine engine) {
    this.url = url;
    this.engine = engine;
  }

  /** Finds the engine by the word before the first colon. */
  static DatabaseUrl of(String text) throws InvalidSettings {
    String url = text.strip();
    Matcher scheme = SCHEME.matcher(url);
    return new DatabaseUrl(url, engine("DB_URL", scheme.matches() ? scheme.group(1) : ""));
  }

  /** The engine of this name; the refusal lists those that there are. */
  static DatabaseEngine engine(String variable, String name) throws InvalidSettings {
    return DatabaseEngines.of(name.toLowerCase(Locale.ROOT))
        .orElseThrow(() ->
            new InvalidSettings(
                "%s names no kind of database that this agent knows; it knows %s."
                    .formatted(variable, String.join(", ", DatabaseEngines.schemes()))));
  }

  DatabaseEngine engine() {
    return engine;
  }

  DatabaseAddress address(String otherUser, String otherPassword) throws InvalidSettings {
    return engine.defaultPort() == DatabaseEngine.NO_PORT
        ? file()
        : server(otherUser, otherPassword);
  }

  private DatabaseAddress file() throws InvalidSettings {
    Matcher parts = FILE.matcher(url);
    if (!parts.matches()) {
      throw new InvalidSettings(
          "DB_URL cannot be read; write it as %s:/path/to/file.".formatted(scheme()));
    }
    return DatabaseAddress.file(parts.group("path"));
  }

  private DatabaseAddress server(String otherUser, String otherPassword) throws InvalidSettings {
    Matcher parts = SERVER.matcher(url);
    if (!parts.matches()) {
      throw new InvalidSettings(
          "DB_URL cannot be read; write it as %s://user:password@host:port/database."
              .formatted(scheme()));
    }
    String login = orEmpty(parts.group("login"));
    int colon = login.indexOf(':');
    String user = colon < 0 ? login : login.substring(0, colon);
    String password = colon < 0 ? otherPassword : decoded(login.substring(colon + 1));
    String host = parts.group("host");
    return new DatabaseAddress(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        port(orEmpty(parts.group("port")), engine),
        decoded(parts.group("name")),
        user.isEmpty() ? otherUser : decoded(user),
        password,
        tls(orEmpty(parts.group("query"))));
  }

  /** Known to be an engine's own word, so it may be repeated. */
  private String scheme() {
    return url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  static int port(String text, DatabaseEngine engine) throws InvalidSettings {
    if (text.isEmpty()) {
      return engine.defaultPort();
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
