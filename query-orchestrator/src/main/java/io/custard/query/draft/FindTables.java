package io.custard.query.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.protocol.ConnectionId;
import io.custard.query.model.Model;
import io.custard.query.prompt.ComposePrompt;
import io.custard.query.prompt.SchemaPart;
import io.custard.query.prompt.SchemaSearch;
import io.custard.query.schema.KnownSchemas;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** The tables a question is shown with, as many as its model has room for. */
@ApplicationScoped
class FindTables {
  private static final int KEPT = 64;

  private record Key(ConnectionId connection, long version) {}

  private final Cache<Key, SchemaSearch> searches = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final KnownSchemas schemas;

  FindTables(KnownSchemas schemas) {
    this.schemas = schemas;
  }

  /** Fails with {@code QUERY_SCHEMA_UNKNOWN} while there is none. Completes on a worker thread. */
  Uni<SchemaPart> of(Drafting drafting) {
    Model model = drafting.model();
    int room = ComposePrompt.room(model.contextTokens(), model.answerTokens());
    return schemas
        .known(drafting.connection().id())
        .chain(version -> search(new Key(drafting.connection().id(), version)))
        .map(search -> search.find(drafting.question().text(), room));
  }

  private Uni<SchemaSearch> search(Key key) {
    SchemaSearch kept = searches.getIfPresent(key);
    if (kept != null) {
      return Uni.createFrom().item(kept).emitOn(Infrastructure.getDefaultWorkerPool());
    }
    return schemas
        .tables(key.connection())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(SchemaSearch::new)
        .invoke(built -> searches.put(key, built));
  }
}
