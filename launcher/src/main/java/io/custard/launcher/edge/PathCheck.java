package io.custard.launcher.edge;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses paths that a service might read as another path than the one they were routed by: through
 * {@code ..} a request for one service could reach a page that no route leads to.
 */
final class PathCheck {
  private static final Pattern DOT_SEGMENT = Pattern.compile("(^|[/\\\\])\\.{1,2}($|[/\\\\;])");

  private PathCheck() {}

  static boolean isPlain(String path) {
    String decoded =
        path.toLowerCase(Locale.ROOT).replace("%2e", ".").replace("%2f", "/").replace("%5c", "\\");
    return path.startsWith("/")
        && !path.contains("//")
        && !path.contains("\\")
        && !DOT_SEGMENT.matcher(decoded).find();
  }
}
