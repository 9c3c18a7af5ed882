package io.custard.conversation;

import java.util.Objects;

/** What a follow-up is about: the last statement of a thread, and what that asks for. */
public record StateOfThread(String sql, QuestionState state) {
  public StateOfThread {
    Objects.requireNonNull(sql);
    Objects.requireNonNull(state);
  }
}
