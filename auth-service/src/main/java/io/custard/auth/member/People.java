package io.custard.auth.member;

import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Stores and finds people, in the caller's session. An e-mail is unique by a constraint. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<User, UUID> {
  private static final String EMAIL_CONSTRAINT = "users_email_key";

  public Uni<Optional<User>> byEmail(String email) {
    return find("email", email).firstResult().map(Optional::ofNullable);
  }

  public Uni<Optional<User>> byId(UserId id) {
    return findById(id.value()).map(Optional::ofNullable);
  }

  /** Locked until the transaction ends. */
  public Uni<Optional<User>> locked(UserId id) {
    return findById(id.value(), LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  /** Where this e-mail's person may be active, oldest first, with both loaded. */
  public Uni<List<Membership>> activePlaces(String email) {
    return getSession()
        .chain(session ->
            session
                .createSelectionQuery(
                    "from Membership m join fetch m.user u join fetch m.organisation o"
                        + " where u.email = ?1 and m.active order by m.createdAt, o.id",
                    Membership.class)
                .setParameter(1, email)
                .getResultList());
  }

  /** Whether a write failed because somebody else has the e-mail. */
  public static boolean isEmailTaken(Throwable failure) {
    return failure instanceof ConstraintViolationException violation
        && EMAIL_CONSTRAINT.equals(violation.getConstraintName());
  }
}
