package io.custard.query.answer;

import io.custard.query.result.StatementResult;

/** A sentence that a model wrote, judged: it becomes a template, or it is not used at all. */
public sealed interface ModelSentence {
  record Accepted(AnswerTemplate template) implements ModelSentence {}

  record Refused(Refusal reason) implements ModelSentence {}

  /**
   * Takes a sentence only when all its figures are references to cells of this result. On any doubt
   * it is refused: the template of our own is always there instead.
   */
  static ModelSentence judge(String sentence, StatementResult result) {
    return SentenceJudge.refusal(sentence, result)
        .<ModelSentence>map(Refused::new)
        .orElseGet(() -> new Accepted(AnswerTemplate.parse(sentence.strip())));
  }
}
