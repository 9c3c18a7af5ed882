package io.custard.launcher;

import io.custard.launcher.command.Commands;
import io.custard.launcher.command.Surroundings;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.Progress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Starts, stops and shows a whole Custard on this machine. Standard output holds results only:
 * whatever a library prints goes to standard error.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    System.setOut(err);
    System.setErr(err);
    Surroundings surroundings = new Surroundings(Home.find(), out, new Progress(err));
    System.exit(Commands.run(surroundings, arguments));
  }

  /** UTF-8 whatever the locale says: answers hold any character. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
