package io.custard.cli.guard;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.custard.cli.api.Json;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.RefusalCode;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers each line {@code {"id","sql","dialect"}} of a stream with one line, in order and at once.
 *
 * <p>A line that is none of these is answered too, by a refusal of code {@link #MALFORMED}: whoever
 * counts lines stays in step, and nothing that was not judged can pass for accepted.
 */
final class JudgeLines {
  static final String MALFORMED = "LINE_MALFORMED";

  private static final int MAX_LINE_BYTES = 16 << 20;
  private static final ObjectReader READER =
      Json.MAPPER
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private final Map<Dialect, SqlGuard> guards = new EnumMap<>(Dialect.class);
  private final Optional<String> usualDialect;
  private final PrintStream out;
  private boolean allAccepted = true;

  /**
   * Writes to {@code out}.
   *
   * @param usualDialect of the lines that name none
   */
  JudgeLines(Optional<String> usualDialect, PrintStream out) {
    this.usualDialect = usualDialect;
    this.out = out;
  }

  /** Answers to the end of the stream; whether every line was accepted. */
  boolean answer(InputStream in) throws IOException {
    ByteLines lines = new ByteLines(in, MAX_LINE_BYTES);
    for (Optional<ByteLines.Line> line = lines.read(); line.isPresent(); line = lines.read()) {
      switch (line.get()) {
        case ByteLines.Line.Text text -> answerLine(text.bytes());
        case ByteLines.Line.TooLong() ->
            malformed(MissingNode.getInstance(), "The line is longer than 16 MiB.");
      }
    }
    return allAccepted;
  }

  private void answerLine(InputStream line) {
    JsonNode request = MissingNode.getInstance();
    try {
      request = READER.readValue(line);
    } catch (IOException e) {
      // Not JSON, or not UTF-8; answered below, without its message, which quotes the line.
    }
    JsonNode sql = request.path("sql");
    JsonNode dialect = request.path("dialect");
    Optional<String> named = dialect.isTextual() ? Optional.of(dialect.textValue()) : usualDialect;
    if (!request.isObject()) {
      malformed(
          request.path("id"),
          "The line is not one JSON object; write {\"id\",\"sql\",\"dialect\"}.");
    } else if (!sql.isTextual()) {
      malformed(request.path("id"), "The member sql is missing or no string.");
    } else if (named.isEmpty() || !(dialect.isTextual() || isAbsent(dialect))) {
      malformed(
          request.path("id"),
          "The member dialect is missing or no string; name it there or by --dialect.");
    } else {
      judge(request.path("id"), sql.textValue(), named.get());
    }
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private void judge(JsonNode id, String sql, String dialectName) {
    Optional<Dialect> dialect = Dialect.of(dialectName);
    if (dialect.isEmpty()) {
      refuse(
          id,
          RefusalCode.SQL_DIALECT_UNSUPPORTED.name(),
          "There is no such dialect; there are " + GuardCommand.DIALECTS + ".");
      return;
    }
    SqlGuard guard =
        guards.computeIfAbsent(dialect.get(), d -> new SqlGuard(d, GuardLimits.defaults()));
    Judgement judgement = Judgement.of(guard, sql);
    allAccepted &= judgement.verdict() instanceof Verdict.Accepted;
    VerdictLine.of(id, judgement).print(out);
  }

  private void malformed(JsonNode id, String message) {
    refuse(id, MALFORMED, message);
  }

  private void refuse(JsonNode id, String code, String message) {
    allAccepted = false;
    VerdictLine.refused(id, code, message).print(out);
  }
}
