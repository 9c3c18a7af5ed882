package io.custard.auth.identity;

import io.custard.auth.member.Membership;
import io.custard.auth.member.Organisation;
import io.custard.auth.member.User;
import io.custard.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Tells everything anew that {@code custard.identity.v1} should hold: for an installation that lost
 * the topic. Page by page, each in a transaction of its own, beside the usual work; what is deleted
 * or revoked is not told again, and services that know it keep it.
 */
@ApplicationScoped
class Republish {
  private static final Logger LOG = Logger.getLogger(Republish.class);
  private static final int PAGE = 100;
  private static final UUID FIRST = new UUID(0, 0);

  private final IdentityChanges changes;
  private final Outbox outbox;
  private final RepublishConfig config;

  Republish(IdentityChanges changes, Outbox outbox, RepublishConfig config) {
    this.changes = changes;
    this.outbox = outbox;
    this.config = config;
  }

  /**
   * One kind of row.
   *
   * @param id its primary key
   */
  private record Kind<E>(Class<E> type, Function<E, UUID> id, Function<E, Uni<Void>> tell) {}

  void start(@Observes StartupEvent event) {
    if (config.republish()) {
      VertxContextSupport.subscribe(
          () -> everything().toMulti(),
          done ->
              done.with(
                  nothing -> {},
                  e -> LOG.errorf("Not everything was told anew: %s", e),
                  () -> LOG.info("Everything about people and organisations was told anew")));
    }
  }

  /** Memberships bring the API tokens of their person with them. */
  Uni<Void> everything() {
    return pages(new Kind<>(Organisation.class, Organisation::id, changes::organisationChanged))
        .chain(() -> pages(new Kind<>(User.class, User::id, changes::personChanged)))
        .chain(() -> pages(new Kind<>(Membership.class, Membership::id, changes::memberChanged)));
  }

  private <E> Uni<Void> pages(Kind<E> kind) {
    return page(kind, FIRST);
  }

  private <E> Uni<Void> page(Kind<E> kind, UUID after) {
    return Panache.withTransaction(() -> read(kind, after).call(rows -> tellAll(kind, rows)))
        .invoke(outbox::kick)
        .chain(rows ->
            rows.size() < PAGE
                ? Uni.createFrom().voidItem()
                : page(kind, kind.id().apply(rows.getLast())));
  }

  private static <E> Uni<List<E>> read(Kind<E> kind, UUID after) {
    String query = "from " + kind.type().getSimpleName() + " where id > ?1 order by id";
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery(query, kind.type())
                .setParameter(1, after)
                .setMaxResults(PAGE)
                .getResultList());
  }

  private static <E> Uni<Void> tellAll(Kind<E> kind, List<E> rows) {
    return Multi.createFrom()
        .iterable(rows)
        .onItem()
        .transformToUniAndConcatenate(row -> kind.tell().apply(row))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
