package io.custard.launcher.process;

import io.custard.launcher.home.Home;
import io.custard.launcher.home.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A module's application and how it is to be run.
 *
 * @param heap as in {@code -Xmx}
 * @param environment in addition to what the launcher inherited; secrets go here, never on the
 *     command line
 */
public record JavaProgram(String name, String heap, Map<String, String> environment) {

  public JavaProgram {
    environment = Map.copyOf(environment);
  }

  Path jar(Home home) {
    Path jar = home.application(name);
    if (!Files.exists(jar)) {
      throw new LauncherException(
          jar + " is missing. Build it: ./custard mvn -Pquick package -pl " + name + " -am");
    }
    return jar;
  }

  List<String> command(Path jar, AotCache cache) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-Xss512k");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
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
