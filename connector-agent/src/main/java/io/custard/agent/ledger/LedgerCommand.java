package io.custard.agent.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code custard-agent ledger verify|show [--dir FOLDER] [--head SEQ:HASH]}: works without the
 * cloud and while the agent runs.
 */
public final class LedgerCommand {
  /** All lines follow each other. */
  public static final int SOUND = 0;

  /** A line was altered, removed, moved or cut off. */
  public static final int BROKEN = 1;

  /** The arguments or the folder are wrong. */
  public static final int USAGE = 2;

  /** What help adds to the usage. */
  public static final String MORE =
      """
      --dir   the ledger's folder, where CUSTARD_LEDGER is not set
      --head  a head that was noted before: the ledger must still contain it

      Exit codes:
        0  sound
        1  a line was altered, removed, moved or cut off
        2  wrong arguments, or no ledger there
      """;

  private static final String USAGE_TEXT =
      "Usage: custard-agent ledger verify|show [--dir FOLDER] [--head SEQ:HASH]";

  private final ObjectMapper json;
  private final PrintStream out;
  private Path folder;
  private Optional<LedgerHead> expected = Optional.empty();

  /**
   * @param folder where the ledger is when no {@code --dir} says otherwise
   */
  public LedgerCommand(ObjectMapper json, PrintStream out, Path folder) {
    this.json = json;
    this.out = out;
    this.folder = folder;
  }

  /** Runs the command; returns its exit code. */
  public int run(List<String> arguments) {
    if (arguments.isEmpty() || !readOptions(arguments.subList(1, arguments.size()))) {
      out.println(USAGE_TEXT);
      return USAGE;
    }
    if (!Files.isDirectory(folder)) {
      out.printf("There is no ledger in %s; name its folder with --dir.%n", folder);
      return USAGE;
    }
    try {
      return switch (arguments.getFirst()) {
        case "verify" -> verify();
        case "show" -> show();
        default -> {
          out.println(USAGE_TEXT);
          yield USAGE;
        }
      };
    } catch (IOException e) {
      out.printf("The ledger in %s cannot be read.%n", folder);
      return USAGE;
    }
  }

  private boolean readOptions(List<String> options) {
    for (int i = 0; i < options.size(); i += 2) {
      String value = i + 1 < options.size() ? options.get(i + 1) : "";
      switch (options.get(i)) {
        case "--dir" -> folder = Path.of(value);
        case "--head" -> expected = LedgerHead.parse(value);
        default -> {
          return false;
        }
      }
      if (value.isEmpty() || (options.get(i).equals("--head") && expected.isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private int verify() throws IOException {
    return switch (new LedgerCheck(json).run(folder, expected)) {
      case LedgerCheck.Result.Sound sound -> {
        out.printf("Sound: %d lines, head %s%n", sound.head().seq(), sound.head());
        yield SOUND;
      }
      case LedgerCheck.Result.Broken broken -> {
        out.printf("Broken at %s: %s%n", broken.where(), broken.sentence());
        yield BROKEN;
      }
    };
  }

  private int show() throws IOException {
    for (Path file : new LedgerFolder(folder).files()) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        String line;
        while ((line = lines.readLine()) != null) {
          out.println(line);
        }
      }
    }
    return SOUND;
  }
}
