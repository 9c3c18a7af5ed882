package io.custard.auth.oidc;

import io.custard.auth.provider.OutsidePerson;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Linked log-ins, in the caller's session. One outside log-in opens one account at most. */
@ApplicationScoped
class LoginLinks implements PanacheRepositoryBase<LoginLink, UUID> {
  /** Of one account. */
  static final int MOST = 20;

  private static final String IDENTITY_CONSTRAINT = "login_links_identity_key";

  /** Never by the e-mail. */
  Uni<Optional<LoginLink>> of(OutsidePerson person) {
    return find("issuer = ?1 and subject = ?2", person.issuer(), person.subject())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** The oldest first. */
  Uni<List<LoginLink>> of(UserId user) {
    return list("userId = ?1 order by createdAt, id", user.value());
  }

  /** Whether a write failed because the outside log-in was linked in the same moment. */
  static boolean isLinked(Throwable failure) {
    return failure instanceof ConstraintViolationException violation
        && IDENTITY_CONSTRAINT.equals(violation.getConstraintName());
  }
}
