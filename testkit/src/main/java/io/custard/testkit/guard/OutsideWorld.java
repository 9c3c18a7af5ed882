package io.custard.testkit.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What statements that run in this process must leave alone: some folders with all their files, the
 * working directory, every file that a statement names, and the network. Addresses in the
 * statements are turned to a port of this machine that counts who comes.
 */
public final class OutsideWorld implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(?<=://)[^/'\"\\s]+");

  private final Callers callers = new Callers();
  private final List<String> statements;
  private final List<Path> folders;
  private final Fingerprint before;

  public OutsideWorld(List<String> statements, Path... folders) throws IOException {
    String here = Matcher.quoteReplacement("127.0.0.1:" + callers.port());
    this.statements =
        statements.stream().map(text -> ADDRESS.matcher(text).replaceAll(here)).toList();
    this.folders = List.of(folders);
    this.before = state();
  }

  /** The statements to send. */
  public List<String> statements() {
    return statements;
  }

  public void assertUntouched() {
    assertThat(before.changesTo(state())).as("files").isEmpty();
    assertThat(callers.calls()).as("connections").isZero();
  }

  private Fingerprint state() {
    Fingerprint state = new Fingerprint().with("files named", ServerFiles.named(statements));
    for (Path folder : folders) {
      state.with("files in " + folder, ServerFiles.contents(folder, name -> false));
    }
    Path here = Path.of("").toAbsolutePath();
    return state.with("files here", ServerFiles.contents(here, OutsideWorld::isBuilt));
  }

  private static boolean isBuilt(String name) {
    return name.startsWith("target/") || name.contains("/target/");
  }

  @Override
  public void close() throws IOException {
    callers.close();
  }
}
