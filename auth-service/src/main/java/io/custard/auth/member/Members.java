package io.custard.auth.member;

import io.custard.access.Role;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Stores and finds members. An e-mail is unique by a constraint, so two at once make one. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<Membership, UUID> {
  private static final String EMAIL_CONSTRAINT = "users_email_key";
  private static final String WITH_BOTH =
      "from Membership m join fetch m.user u join fetch m.organisation o where ";

  @WithTransaction
  public Uni<Member> add(NewMember person) {
    Instant now = Instant.now();
    User user = new User(UUID.randomUUID(), person, now);
    Organisation organisation = new Organisation(UUID.randomUUID(), person.organisation(), now);
    Membership membership = new Membership(user, organisation, Role.OWNER);
    return getSession()
        .chain(session -> session.persistAll(user, organisation, membership).call(session::flush))
        .onFailure(Members::isEmailTaken)
        .transform(Members::emailTaken)
        .map(stored -> membership.member());
  }

  @WithSession
  public Uni<Optional<Member>> byEmail(String email) {
    return first(find(WITH_BOTH + "u.email = ?1", email).firstResult());
  }

  @WithSession
  public Uni<Optional<Member>> byIds(UserId user, OrganisationId organisation) {
    return first(
        find(WITH_BOTH + "u.id = ?1 and o.id = ?2", user.value(), organisation.value())
            .firstResult());
  }

  private static Uni<Optional<Member>> first(Uni<Membership> found) {
    return found.map(membership -> Optional.ofNullable(membership).map(Membership::member));
  }

  private static boolean isEmailTaken(Throwable failure) {
    return failure instanceof ConstraintViolationException violation
        && EMAIL_CONSTRAINT.equals(violation.getConstraintName());
  }

  private static CustardException emailTaken(Throwable cause) {
    return new CustardException(
        ErrorCode.AUTH_EMAIL_TAKEN, "Log in instead, or use another e-mail.", cause);
  }
}
