package io.custard.launcher.home;

import java.nio.file.Path;

/**
 * The checkout the launcher works in.
 *
 * @param root where the built programs are
 * @param state everything the launcher writes, {@code .custard/} unless said otherwise; may be
 *     deleted whole when nothing runs. One stack runs on one state.
 */
public record Home(Path root, Path state) {

  public Home(Path root) {
    this(root, root.resolve(".custard"));
  }

  /**
   * The directory the launch script passes in, else the working directory; the property {@code
   * custard.state} puts a second stack beside the first, as the tests do.
   */
  public static Home find() {
    Path root = absolute(System.getProperty("custard.home", ""));
    String state = System.getProperty("custard.state");
    return state == null ? new Home(root) : new Home(root, absolute(state));
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  public Path data(String server) {
    return state.resolve("data").resolve(server);
  }

  public Path run(String file) {
    return state.resolve("run").resolve(file);
  }

  public Path log(String process) {
    return state.resolve("logs").resolve(process + ".log");
  }

  public Path secret(String file) {
    return state.resolve("secrets").resolve(file);
  }

  /** What the mail sink received; there the links are that new accounts wait for. */
  public Path mails() {
    return state.resolve("mails");
  }

  /** Start-up caches; see {@code AotCache}. */
  public Path caches() {
    return state.resolve("aot");
  }

  /** Programs unpacked from jars. */
  public Path programs() {
    return state.resolve("programs");
  }

  /** The built application of a module, to be started with {@code java -jar}. */
  public Path application(String module) {
    return root.resolve(module).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
  }
}
