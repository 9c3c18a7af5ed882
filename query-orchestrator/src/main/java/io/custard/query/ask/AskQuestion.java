package io.custard.query.ask;

import io.custard.access.Caller;
import io.custard.protocol.QueryId;
import io.custard.query.answer.Reader;
import io.custard.query.graph.Journal;
import io.custard.query.graph.Outputs;
import io.custard.query.step.AnswerGraph;
import io.custard.query.work.BeginWork;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * From a request to its answer while its caller waits. Nothing of it is kept: should this process
 * end, the caller notices.
 */
@ApplicationScoped
public class AskQuestion {
  private final BeginWork begin;
  private final AnswerGraph graph;

  AskQuestion(BeginWork begin, AnswerGraph graph) {
    this.begin = begin;
    this.graph = graph;
  }

  /** Fails with a coded exception; cancelling the subscription ends what is under way. */
  public Uni<QueryAnswer> ask(Caller caller, QueryRequest request, Reader reader) {
    return begin
        .begin(caller, request, QueryId.random(), reader, request.limits())
        .chain(this::answer);
  }

  private Uni<QueryAnswer> answer(Work work) {
    return graph
        .answer(work, Outputs.NONE, Journal.NONE)
        .map(outputs -> QueryAnswer.of(work, outputs));
  }
}
