package io.custard.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.guard.Dialect;
import io.custard.guard.RefusalCode;
import io.custard.guard.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Verdict ACCEPTED =
      new Verdict.Accepted("SELECT 1", List.of(), List.of(), List.of());

  @Test
  void countsWhatIsJudgedWrongly() {
    ObjectNode figures =
        Tally.of(
            List.of(
                judged(true, "", ACCEPTED, 10_000),
                judged(true, "", refused(RefusalCode.SQL_UNPARSEABLE), 20_000),
                judged(false, "write", ACCEPTED, 30_000),
                judged(false, "resource: wide", ACCEPTED, 40_000),
                judged(false, "write", refused(RefusalCode.SQL_NOT_READ_ONLY), 5_000_000)));

    assertThat(figures)
        .hasToString(
            """
            {"accept_lines":2,"reject_lines":3,"false_accepts":1,"resource_accepts":1,\
            "accept_percent":50.0,"median_us":30.0,"p99_us":5000.0,"max_ms":5.0,\
            "accepted_median_us":10.0,"causes":{"SQL_UNPARSEABLE":1}}\
            """);
  }

  @Test
  void timesNoDialectWithoutRules() {
    Verdict unsupported = refused(RefusalCode.SQL_DIALECT_UNSUPPORTED);

    ObjectNode figures = Tally.of(List.of(judged(true, "", unsupported, 1)));

    assertThat(figures.path("median_us").isNull()).isTrue();
    assertThat(figures.path("accept_percent").doubleValue()).isZero();
  }

  private static Judged judged(boolean isRead, String why, Verdict verdict, long nanos) {
    return new Judged(new Labelled(Dialect.TRINO, "SELECT 1", isRead, why), verdict, nanos);
  }

  private static Verdict refused(RefusalCode code) {
    return new Verdict.Refused(code, "No.", 0);
  }
}
