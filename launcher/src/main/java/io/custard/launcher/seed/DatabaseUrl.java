package io.custard.launcher.seed;

import io.custard.launcher.home.LauncherException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The address of a PostgreSQL database as given to {@code --db}. Only looked at, to refuse what
 * cannot work before anything is started; the agent gets it as it was.
 */
public record DatabaseUrl(String value, String database) {
  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");

  /** Reads {@code postgresql://user[:password]@host[:port]/name}. */
  public static DatabaseUrl parse(String value) {
    URI uri = uri(value);
    if (!SCHEMES.contains(String.valueOf(uri.getScheme()))) {
      throw refused("it must begin with postgresql://");
    }
    if (uri.getRawAuthority() == null || hostOf(uri).isEmpty()) {
      throw refused("the host is missing");
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    if (path.length() < 2 || path.indexOf('/', 1) >= 0) {
      throw refused("the database's name is missing");
    }
    return new DatabaseUrl(value, path.substring(1));
  }

  private static URI uri(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      // Its message quotes the whole address, and so the password.
      throw refused("write special characters in user and password as %XX");
    }
  }

  private static String hostOf(URI uri) {
    String authority = uri.getRawAuthority();
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    return hostAndPort.replaceFirst(":\\d*$", "");
  }

  private static LauncherException refused(String why) {
    return new LauncherException(
        "The address after --db cannot be used: "
            + why
            + ". It looks like postgresql://user:password@host:5432/name");
  }

  @Override
  public String toString() {
    return "DatabaseUrl[" + database + "]";
  }
}
