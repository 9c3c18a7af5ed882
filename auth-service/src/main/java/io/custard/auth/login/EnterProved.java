package io.custard.auth.login;

import io.custard.auth.member.User;
import io.custard.auth.session.Client;
import io.custard.auth.session.SignedIn;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets somebody in who proved by other means than a password who they are. */
@ApplicationScoped
public class EnterProved {
  private final Candidates candidates;
  private final EnterAccount enter;

  EnterProved(Candidates candidates, EnterAccount enter) {
    this.candidates = candidates;
    this.enter = enter;
  }

  /**
   * As after a right password; shut accounts stay shut.
   *
   * @param email of this person, as read just now
   */
  public Uni<SignedIn> enter(UserId id, String email, Client client) {
    return candidates
        .find(email)
        .invoke(found -> require(found, id))
        .chain(found -> enter.enter(found, new EnterAccount.Wish(null, null), client));
  }

  /** The address may have got another owner in this moment. */
  private static void require(Candidate found, UserId id) {
    if (found.user().map(User::userId).filter(id::equals).isEmpty()) {
      throw new CustardException(ErrorCode.AUTH_OIDC_FAILED, "Start the log-in again.");
    }
  }
}
