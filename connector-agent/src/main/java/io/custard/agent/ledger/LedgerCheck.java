package io.custard.agent.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Goes through a ledger from its first line to its last, without the agent and without the cloud.
 */
public final class LedgerCheck {
  private final ObjectMapper json;

  public LedgerCheck(ObjectMapper json) {
    this.json = json;
  }

  /** What a check found. */
  public sealed interface Result {
    /**
     * Every line follows the one before it.
     *
     * @param head the last line
     */
    record Sound(LedgerHead head) implements Result {}

    /**
     * Something was altered, removed, moved or cut off.
     *
     * @param where file and line, or the ledger's end
     */
    record Broken(String where, String sentence) implements Result {}
  }

  /**
   * Checks the ledger in a folder.
   *
   * @param expected a line that must be in it, such as the last one that the cloud was told
   */
  public Result run(Path folder, Optional<LedgerHead> expected) throws IOException {
    LedgerHead head = LedgerHead.START;
    boolean met = expected.isEmpty();
    for (Path file : new LedgerFolder(folder).files()) {
      int number = 0;
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        String text;
        while ((text = lines.readLine()) != null) {
          number++;
          Optional<LedgerLine> line = LedgerLine.parse(json, text);
          String where = file.getFileName() + " line " + number;
          if (line.isEmpty()) {
            return new Result.Broken(where, "The line was altered or is not whole.");
          }
          if (line.get().seq() != head.seq() + 1 || !line.get().prev().equals(head.hash())) {
            return new Result.Broken(
                where, "The line does not follow the one before it: a line is missing or moved.");
          }
          head = line.get().head();
          met |= expected.isPresent() && expected.get().equals(head);
        }
      } catch (MalformedInputException e) {
        return new Result.Broken(
            file.getFileName() + " line " + (number + 1), "The line is not text any more.");
      }
    }
    return met
        ? new Result.Sound(head)
        : new Result.Broken(
            "end, line " + head.seq(),
            "The expected line is not in the ledger: its end was cut off.");
  }
}
