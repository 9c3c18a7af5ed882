package io.custard.auth.signup;

import io.custard.access.Role;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Organisation;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes an account of a sign-up whose e-mail is proved, in the caller's transaction. */
@ApplicationScoped
class OpenAccount {
  private final PendingSignUps pending;
  private final People people;
  private final IdentityChanges changes;
  private final AuditLog audit;

  OpenAccount(PendingSignUps pending, People people, IdentityChanges changes, AuditLog audit) {
    this.pending = pending;
    this.people = people;
    this.changes = changes;
    this.audit = audit;
  }

  /** A new person with a new organisation of theirs. */
  record Opened(Membership owner, boolean withPassword) {}

  /**
   * When several sign-ups of the address wait, nobody knows whose link was followed, and whoever
   * reads the mails did not choose the password of all of them: then it has none. Fails like a bad
   * link when the address got an account meanwhile.
   */
  Uni<Opened> open(PendingSignUp one, String address) {
    return pending
        .of(one.email)
        .map(all -> opened(one, all))
        .call(opened -> stored(opened.owner()))
        .call(() -> pending.forget(one.email))
        .call(opened -> told(opened.owner(), address));
  }

  private static Opened opened(PendingSignUp one, List<PendingSignUp> all) {
    boolean sure = all.size() <= 1;
    User user = User.verified(one.email, one.name, sure ? one.passwordHash : null);
    Organisation organisation = Organisation.named(one.organisation);
    return new Opened(new Membership(user, organisation, Role.OWNER), sure);
  }

  private Uni<Void> stored(Membership owner) {
    return people
        .getSession()
        .chain(session ->
            session.persistAll(owner.user(), owner.organisation(), owner).chain(session::flush))
        .onFailure(People::isEmailTaken)
        .transform(taken -> MailedLinks.invalid());
  }

  private Uni<Void> told(Membership owner, String address) {
    return changes
        .personChanged(owner.user())
        .chain(() -> changes.organisationChanged(owner.organisation()))
        .chain(() -> changes.memberChanged(owner))
        .chain(() ->
            audit.tell(Act.of(owner.organisationId(), owner.userId(), address, "account.opened")));
  }
}
