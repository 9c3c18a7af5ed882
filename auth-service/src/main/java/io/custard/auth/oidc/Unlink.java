package io.custard.auth.oidc;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unlinks outside log-ins, in the caller's transaction. Kick the outbox after it. */
@ApplicationScoped
public class Unlink {
  private final LoginLinks links;
  private final AuditLog audit;

  Unlink(LoginLinks links, AuditLog audit) {
    this.links = links;
    this.audit = audit;
  }

  /**
   * Of an account that its owner takes back, for one of them may be an intruder's.
   *
   * @return how many there were
   */
  public Uni<Integer> all(UserId user, String address) {
    return links
        .of(user)
        .call(found ->
            Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(link -> one(link, null, address))
                .collect()
                .last())
        .map(List::size);
  }

  /**
   * By its person.
   *
   * @param organisation where they are logged in; null: nowhere
   */
  Uni<Void> one(LoginLink link, @Nullable OrganisationId organisation, @Nullable String address) {
    Act act =
        Act.of(organisation, link.user(), address, "login_link.removed")
            .with("provider", link.provider);
    return links.delete(link).chain(() -> audit.tell(act));
  }
}
