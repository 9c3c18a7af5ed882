package io.custard.query.model.manage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Caller;
import io.custard.protocol.QueryId;
import io.custard.query.execution.Asker;
import io.custard.query.model.AskModel;
import io.custard.query.model.Model;
import io.custard.query.model.ModelFailure;
import io.custard.query.prompt.TestPrompt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Asks a model for next to nothing, to see whether it answers. */
@ApplicationScoped
class TestModel {
  private final ListModels models;
  private final AskModel asking;

  TestModel(ListModels models, AskModel asking) {
    this.models = models;
    this.asking = asking;
  }

  /**
   * How it went.
   *
   * @param millis what it took, also when it came to nothing
   * @param reason a sentence; null: it answered
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Tested(boolean available, long millis, @Nullable String reason) {}

  Uni<Tested> test(Caller caller, String name) {
    return models.model(caller, name).chain(model -> test(caller, model));
  }

  private Uni<Tested> test(Caller caller, Model model) {
    long started = System.nanoTime();
    Asker asker =
        new Asker(
            caller.userId(),
            caller.organisationId(),
            caller.email(),
            QueryId.random(),
            caller.address());
    return asking
        .once(model, TestPrompt.PROMPT, asker)
        .map(said -> new Tested(true, since(started), null))
        .onFailure(ModelFailure.class)
        .recoverWithItem(failure -> new Tested(false, since(started), failure.sentence(model)));
  }

  private static long since(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
