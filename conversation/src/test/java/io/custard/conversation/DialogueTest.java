package io.custard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.check.StatementCheck;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DialogueTest {
  private record Said(Dialogue dialogue, Dialect dialect) {
    String outcome() {
      return Conversation.outcome(
          dialogue.file(), dialect, dialogue.previous().get(dialect), dialogue.says());
    }

    @Override
    public String toString() {
      return dialogue + " (" + dialect + ")";
    }
  }

  static Stream<Said> said() {
    return Dialogue.all().stream()
        .flatMap(one -> one.expected().keySet().stream().map(dialect -> new Said(one, dialect)));
  }

  static Stream<Said> edits() {
    return said().filter(one -> one.outcome().startsWith("SELECT"));
  }

  @ParameterizedTest
  @MethodSource("said")
  void comesToWhatIsWritten(Said said) {
    assertThat(said.outcome()).isEqualTo(said.dialogue().expected().get(said.dialect()));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void givesWhatTheGuardAcceptsAndTheSchemaHas(Said said) {
    String sql = said.outcome().split(" -- ", -1)[0];

    Verdict verdict = new SqlGuard(said.dialect(), GuardLimits.defaults()).judge(sql);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Accepted.class, accepted -> assertThat(accepted.sql()).isEqualTo(sql));
    assertThat(
            new StatementCheck(said.dialect(), TestingSchemas.tables(said.dialogue().file()))
                .check(sql)
                .problems())
        .isEmpty();
  }

  @Test
  void areManyAndSomeInEveryDialect() {
    List<Dialogue> all = Dialogue.all();

    assertThat(all).hasSizeGreaterThan(100);
    assertThat(all.stream().filter(one -> one.expected().size() == 4)).hasSizeGreaterThan(10);
  }
}
