package io.custard.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowChunks;
import io.custard.agent.database.RowCursor;
import io.custard.protocol.Truncation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engines promise whose databases are files of this machine. */
public abstract class FileDatabaseContract extends DatabaseContract {
  /** As good as endless: nobody waits for the last. */
  private static final long ENDLESS = 9_000_000_000_000_000_000L;

  /** Where the database is; the tests' user may write to it. */
  protected abstract Path file();

  /** A database of the engine at another place. */
  protected abstract Database database(Path file);

  /** How the version begins. */
  protected abstract String product();

  /** What is said of a file that is none of the engine's. */
  protected abstract String noDatabase();

  @Test
  final void closingStopsWhatRuns() {
    RowCursor cursor = open(slow("close-test"));
    long start = System.nanoTime();

    loop().get(cursor::close);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  final void readsNoFasterThanAsked() {
    RowCursor cursor = open("SELECT i FROM " + numbers(ENDLESS));

    Optional<RowChunk> first = loop().get(cursor::next);
    Optional<RowChunk> second = loop().get(cursor::next);
    loop().get(cursor::close);

    int read = first.orElseThrow().rows();
    assertThat(read).isBetween(1, RowChunks.CHUNK_ROWS);
    assertThat(text(second.orElseThrow())).startsWith("[%d],[%d]".formatted(read + 1, read + 2));
  }

  @Test
  final void aCapEndsAnEndlessResult() {
    ResultShape seven = ResultShape.json(new RowCaps(7, 1_000));

    RowCursor cursor =
        loop().get(() -> database().open("SELECT i FROM " + numbers(ENDLESS), seven, 20_000));

    assertThat(ReadRows.of(loop(), cursor).truncation())
        .contains(new Truncation(Truncation.ROWS, 7));
  }

  @Test
  final void saysThatAFileIsMissingOrNoDatabase(@TempDir Path folder) throws IOException {
    Path text =
        Files.writeString(
            folder.resolve("text.db"), "no database at all, but long enough ".repeat(40));

    assertThatThrownBy(() -> loop().get(database(folder.resolve("none"))::probe))
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> loop().get(database(text)::probe)).hasMessageContaining(noDatabase());
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  final void warnsOfAFileThatTheAgentMayWrite() {
    Checkup checkup = loop().get(database()::probe);

    assertThat(checkup.version()).startsWith(product());
    assertThat(checkup.roleFindings()).anyMatch(finding -> finding.contains("write"));
    assertThat(checkup.roleRepair()).contains(String.valueOf(file().getParent()));
  }

  private static String text(RowChunk chunk) {
    return StandardCharsets.UTF_8.decode(chunk.payload().duplicate()).toString();
  }
}
