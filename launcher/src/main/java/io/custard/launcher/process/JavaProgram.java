package io.custard.launcher.process;

import io.custard.launcher.home.Home;
import io.custard.launcher.home.LauncherException;
import io.custard.launcher.home.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A module's application and how it is to be run.
 *
 * @param name of the process and its log; several may run the same module
 * @param heap as in {@code -Xmx}
 * @param environment in addition to what the launcher inherited; secrets go here, never on the
 *     command line
 */
public record JavaProgram(
    String name, String module, String heap, Map<String, String> environment) {

  /** Absent: the small compiler alone, which starts sooner and takes less memory. */
  private static final String JIT = "CUSTARD_JIT";

  private static final String FULL = "full";

  public JavaProgram {
    environment = Map.copyOf(environment);
  }

  /** Only the first process of a module records: two would write the same file. */
  AotCache cache(Home home) {
    AotCache cache = AotCache.of(home.caches(), module, PrivateFiles.directoryOf(jar(home)));
    return name.equals(module) ? cache : cache.readOnly();
  }

  Path jar(Home home) {
    Path jar = home.application(module);
    if (!Files.exists(jar)) {
      throw new LauncherException(
          jar + " is missing. Build it: ./custard mvn -Pquick package -pl " + module + " -am");
    }
    return jar;
  }

  List<String> command(Path jar, AotCache cache) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-Xss512k");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=" + (FULL.equals(System.getenv(JIT)) ? 4 : 1));
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(cache.flags());
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  @Override
  public String toString() {
    return "JavaProgram[" + name + "]";
  }
}
