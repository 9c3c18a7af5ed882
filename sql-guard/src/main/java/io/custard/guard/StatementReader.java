package io.custard.guard;

import io.custard.guard.rule.GrammarJudge;
import io.custard.guard.rule.Refusal;
import io.custard.guard.tree.StatementTree;
import java.util.Optional;

/**
 * Reads statements the guard has accepted, for whoever asks more of them than whether they only
 * read. Bounded in size and time as the guard is; never throws; may be shared between threads.
 */
public final class StatementReader {
  private final GrammarJudge judge;

  public StatementReader(Dialect dialect) {
    this.judge = new GrammarJudge(Grammars.of(dialect));
  }

  /**
   * The tokens and the syntax tree; empty if the text is nothing the guard could have accepted.
   *
   * @param accepted {@link Verdict.Accepted#sql()}, so that positions are positions in it
   */
  public Optional<StatementTree> read(String accepted) {
    try {
      return Optional.of(judge.tree(accepted, GuardLimits.defaults()));
    } catch (Refusal | RuntimeException | StackOverflowError | LinkageError e) {
      return Optional.empty();
    }
  }
}
