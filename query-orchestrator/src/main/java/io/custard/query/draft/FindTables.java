package io.custard.query.draft;

import io.custard.query.model.Model;
import io.custard.query.prompt.ComposePrompt;
import io.custard.query.prompt.SchemaPart;
import io.custard.query.prompt.SchemaSearch;
import io.custard.query.sample.SampleValues;
import io.custard.query.schema.KnownSchemas;
import io.custard.query.schema.PerSchema;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The tables a question is shown with, as many as its model has room for, and examples of what is
 * in them where a model may see those.
 */
@ApplicationScoped
class FindTables {
  private final PerSchema<SchemaSearch> searches;
  private final SampleValues samples;

  FindTables(KnownSchemas schemas, SampleValues samples) {
    this.samples = samples;
    this.searches = PerSchema.ever(schemas, (connection, tables) -> new SchemaSearch(tables));
  }

  /** Fails with {@code QUERY_SCHEMA_UNKNOWN} while there is none. Completes on a worker thread. */
  Uni<SchemaPart> of(Drafting drafting) {
    Model model = drafting.model();
    int room = ComposePrompt.room(model.contextTokens(), model.answerTokens());
    return searches
        .of(drafting.connection())
        .map(search -> search.find(drafting.question().text(), room))
        .chain(part ->
            samples.of(drafting.connection(), part.tables(), drafting.asker()).map(part::with));
  }
}
