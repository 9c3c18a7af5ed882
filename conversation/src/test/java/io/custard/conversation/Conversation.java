package io.custard.conversation;

import io.custard.conversation.change.Choice;
import io.custard.conversation.change.Clarification;
import io.custard.guard.Dialect;
import java.util.stream.Collectors;

/** Goes through one follow-up as a caller does, and writes what comes of it in one line. */
final class Conversation {
  private Conversation() {}

  static String outcome(String schema, Dialect dialect, String previous, String says) {
    Knowledge knowledge = TestingSchemas.knowledge(schema, dialect);
    QuestionState state = QuestionState.read(previous, dialect, knowledge.tables()).orElseThrow();
    return switch (FollowUp.read(says, new StateOfThread(previous, state), knowledge)) {
      case FollowUp.NewQuestion _ -> "a new question";
      case FollowUp.Chart(var form) -> "chart " + form;
      case FollowUp.Unclear(var clarification, var _) -> asked(clarification);
      case FollowUp.Edit(var changes, var chart) ->
          switch (Rewrite.apply(previous, changes, dialect, knowledge.tables())) {
            case Rewritten.Changed changed ->
                changed.sql() + (chart == null ? "" : " -- chart " + chart);
            case Rewritten.Unclear(var clarification) -> asked(clarification);
            case Rewritten.Refused(var reason, String _) -> "refused " + reason;
          };
    };
  }

  private static String asked(Clarification clarification) {
    return "asks "
        + clarification.question()
        + clarification.choices().stream()
            .map(Choice::label)
            .collect(Collectors.joining(" | ", " [", "]"));
  }
}
