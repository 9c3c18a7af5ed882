package io.custard.agent.database.file;

import io.custard.agent.database.Checkup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file has no roles: what the agent's user may do with it stands in their place. It warns; the
 * session layer prevents.
 */
public final class FileRights {
  private FileRights() {}

  /** What the agent's user may do to the file that it should not. */
  public static Checkup check(String version, Path file) {
    Path absolute = file.toAbsolutePath();
    Path parent = absolute.getParent();
    Path folder = parent == null ? absolute : parent;
    List<String> findings = new ArrayList<>();
    if (Files.isWritable(file)) {
      findings.add("The agent's user can write to the database's file.");
    }
    if (Files.isWritable(folder)) {
      findings.add("The agent's user can create and replace files in the database's folder.");
    }
    return findings.isEmpty()
        ? Checkup.clean(version)
        : new Checkup(version, findings, repair(absolute, folder));
  }

  private static String repair(Path file, Path folder) {
    String quotedFolder = quoted(folder);
    if (System.getProperty("user.name", "").equals("root")) {
      return """
      # root may write whatever the rights say: show it the folder read-only
      mount --bind %1$s %1$s && mount -o remount,bind,ro %1$s
      """
          .formatted(quotedFolder);
    }
    return """
    # then run the agent as a user that does not own them
    sudo chmod go-w %1$s %2$s
    sudo chmod o+r %1$s
    """
        .formatted(quoted(file), quotedFolder);
  }

  /** One word for a shell. */
  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
