package io.custard.auth.oidc;

import io.custard.access.Caller;
import io.custard.outbox.Outbox;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What a person sees and unlinks of their outside log-ins. */
@ApplicationScoped
class OwnLinks {
  private final LoginLinks links;
  private final Unlink unlink;
  private final Outbox outbox;

  OwnLinks(LoginLinks links, Unlink unlink, Outbox outbox) {
    this.links = links;
    this.unlink = unlink;
    this.outbox = outbox;
  }

  Uni<LinkView.Page> list(Caller caller) {
    return Panache.withSession(() -> links.of(caller.userId()))
        .map(all -> new LinkView.Page(all.stream().map(LinkView::of).toList(), null));
  }

  /** Sessions begun by it stay; who has no password chooses one by a mailed link. */
  Uni<Void> remove(Caller caller, String linkId) {
    UUID id = read(linkId);
    return Panache.withTransaction(() ->
            links
                .find("id = ?1 and userId = ?2", id, caller.userId().value())
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(OwnLinks::notFound)
                .chain(found -> unlink.one(found, caller.organisationId(), caller.address())))
        .invoke(outbox::kick);
  }

  private static UUID read(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw notFound();
    }
  }

  private static CustardException notFound() {
    return new CustardException(
        ErrorCode.LOGIN_LINK_NOT_FOUND, "List your linked log-ins to find the right id.");
  }
}
