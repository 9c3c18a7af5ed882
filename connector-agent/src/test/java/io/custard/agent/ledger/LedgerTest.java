package io.custard.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.ledger.LedgerCheck.Result;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void chainGoesOnAfterTheAgentWasStarted() throws Exception {
    write(3);
    LedgerHead head = write(2);
    assertThat(head.seq()).isEqualTo(5);
    assertThat(check(Optional.of(head))).isEqualTo(new Result.Sound(head));
  }

  @Test
  void findsAnAlteredLine() throws Exception {
    write(4);
    edit(lines -> lines.set(1, lines.get(1).replace("\"rows\":1", "\"rows\":9")));
    assertBroken("ledger-000001.jsonl line 2");
  }

  @Test
  void findsADeletedLine() throws Exception {
    write(4);
    edit(lines -> lines.remove(1));
    assertBroken("ledger-000001.jsonl line 2");
  }

  @Test
  void findsMovedLines() throws Exception {
    write(4);
    edit(lines -> Collections.swap(lines, 1, 2));
    assertBroken("ledger-000001.jsonl line 2");
  }

  @Test
  void findsACutOffTailByTheHeadThatWasTold() throws Exception {
    LedgerHead told = write(4);
    edit(List::removeLast);
    assertThat(check(Optional.empty())).isInstanceOf(Result.Sound.class);
    assertThat(check(Optional.of(told))).isInstanceOf(Result.Broken.class);
  }

  @Test
  void setsALineThatACrashCutAsideAndSaysSo() throws Exception {
    write(2);
    Files.writeString(
        file(),
        Files.readString(file()) + "{\"seq\":3,\"prev\":\"ab",
        java.nio.charset.StandardCharsets.UTF_8);
    LedgerHead head = write(1);
    assertThat(head.seq()).isEqualTo(4);
    assertThat(Files.readString(file())).contains("\"kind\":\"recovered\"");
    assertThat(Files.exists(folder.resolve("ledger-000001.jsonl.3.torn"))).isTrue();
    assertThat(check(Optional.of(head))).isInstanceOf(Result.Sound.class);
  }

  @Test
  void chainRunsThroughRotatedFiles() throws Exception {
    try (Ledger ledger = Ledger.open(JSON, folder, 500)) {
      for (int i = 0; i < 20; i++) {
        append(ledger, i);
      }
      assertThat(new LedgerFolder(folder).files()).hasSizeGreaterThan(3);
      assertThat(check(Optional.of(ledger.head()))).isInstanceOf(Result.Sound.class);
    }
    Files.delete(new LedgerFolder(folder).files().get(1));
    assertThat(check(Optional.empty())).isInstanceOf(Result.Broken.class);
  }

  @Test
  void aLineSaysWhichQuestionAStatementServes() throws Exception {
    LedgerEntry.Intent intent =
        LedgerEntry.Intent.of(Instant.EPOCH, "q1", "ann@example.com", "result", "SELECT 1")
            .judged("accepted", List.of("public.orders"))
            .serving("question-1");
    try (Ledger ledger = Ledger.open(JSON, folder, Ledger.FILE_BYTES)) {
      ledger.append(intent);
      LedgerHead settled =
          ledger.settled().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
      assertThat(settled.seq()).isEqualTo(1);
    }
    assertThat(Files.readString(file()))
        .contains("\"asker\":\"ann@example.com\"", "\"statement\":\"SELECT 1\"")
        .contains("\"statementHash\":\"" + LedgerLine.sha256("SELECT 1") + "\"")
        .contains("\"verdict\":\"accepted\",\"tables\":[\"public.orders\"]")
        .contains("\"questionId\":\"question-1\"");
  }

  @ParameterizedTest
  @CsvSource({"older, 2", "newer, 3"})
  void readsLedgersOfOtherBuilds(String build, int lines) throws Exception {
    try (var recorded =
        LedgerTest.class.getResourceAsStream("/ledgers/" + build + "/ledger-000001.jsonl")) {
      Files.write(file(), recorded.readAllBytes());
    }
    assertThat(check(Optional.empty()))
        .isInstanceOfSatisfying(
            Result.Sound.class, sound -> assertThat(sound.head().seq()).isEqualTo(lines));
    assertThat(write(1).seq()).isEqualTo(lines + 1);
  }

  @Test
  void isWrittenByOneAgentOnly() throws Exception {
    try (Ledger ledger = Ledger.open(JSON, folder, Ledger.FILE_BYTES)) {
      append(ledger, 1);
      assertThatThrownBy(() -> Ledger.open(JSON, folder, Ledger.FILE_BYTES))
          .isInstanceOf(LedgerUnavailable.class)
          .hasMessageContaining("Another agent");
    }
  }

  @Test
  void aFullDiskIsToldToWhoeverWantedTheLine() throws Exception {
    Files.createSymbolicLink(file(), Path.of("/dev/full"));
    try (Ledger ledger = Ledger.open(JSON, folder, Ledger.FILE_BYTES)) {
      assertThatThrownBy(() -> append(ledger, 1))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              CustardException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.AGENT_LEDGER_UNAVAILABLE));
      assertThat(ledger.head()).isEqualTo(LedgerHead.START);
    } catch (IOException e) {
      // Closing a device that is always full may fail as well.
      assertThat(e).hasMessageNotContaining("locked");
    }
  }

  private LedgerHead write(int entries) throws Exception {
    try (Ledger ledger = Ledger.open(JSON, folder, Ledger.FILE_BYTES)) {
      for (int i = 0; i < entries; i++) {
        append(ledger, i);
      }
      return ledger.head();
    }
  }

  private static void append(Ledger ledger, int rows) throws Exception {
    ledger
        .append(new LedgerEntry.Outcome("2026-01-01T00:00:00Z", "q" + rows, "OK", rows, 10, 1))
        .toCompletionStage()
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS);
  }

  private interface Edit {
    void apply(List<String> lines);
  }

  private void edit(Edit edit) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    edit.apply(lines);
    Files.write(file(), lines);
  }

  private Path file() {
    return folder.resolve("ledger-000001.jsonl");
  }

  private Result check(Optional<LedgerHead> expected) throws IOException {
    return new LedgerCheck(JSON).run(folder, expected);
  }

  private void assertBroken(String where) throws IOException {
    assertThat(check(Optional.empty()))
        .isInstanceOfSatisfying(
            Result.Broken.class, broken -> assertThat(broken.where()).isEqualTo(where));
  }
}
