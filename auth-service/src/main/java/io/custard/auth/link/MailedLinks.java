package io.custard.auth.link;

import io.custard.auth.token.OpaqueTokens;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes links and takes them back. A token is good once and for its time; a wrong, a used and an
 * old one are refused alike. It stands in the fragment of the address, which no server sees.
 */
@ApplicationScoped
public class MailedLinks implements PanacheRepositoryBase<MailedLink, String> {
  private final String publicUrl;

  MailedLinks(@ConfigProperty(name = "custard.public-url") String publicUrl) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /** In the caller's transaction; the address to write into the mail. Earlier ones stay good. */
  public Uni<String> issue(Purpose purpose, UUID subject, String email) {
    String token = OpaqueTokens.draw();
    return persist(new MailedLink(token, purpose, subject, email))
        .replaceWith(publicUrl + "/" + purpose.page() + "#token=" + token);
  }

  /** A page of ours by its name. */
  public String page(String name) {
    return publicUrl + "/" + name;
  }

  /** Looks without using it up, in a session of its own. */
  @WithSession
  public Uni<MailedLink> look(Purpose purpose, String token) {
    return findById(OpaqueTokens.sha256(token)).invoke(found -> require(found, purpose));
  }

  /** Uses it up in the caller's transaction, with all others of its subject and purpose. */
  public Uni<MailedLink> redeem(Purpose purpose, String token) {
    return findById(OpaqueTokens.sha256(token), LockModeType.PESSIMISTIC_WRITE)
        .invoke(found -> require(found, purpose))
        .call(found -> forget(purpose, found.subjectId()));
  }

  /** In the caller's transaction. */
  public Uni<Long> forget(Purpose purpose, UUID subject) {
    return delete("subjectId = ?1 and purpose = ?2", subject, purpose.page());
  }

  /** In the caller's transaction. */
  public Uni<Long> forgetOld() {
    return delete("expiresAt < ?1", Instant.now());
  }

  /** What everybody hears whose link is not good. */
  public static CustardException invalid() {
    return new CustardException(ErrorCode.AUTH_LINK_INVALID, "Ask for a new mail.");
  }

  private static void require(MailedLink found, Purpose purpose) {
    if (found == null || !found.isGood(purpose)) {
      throw invalid();
    }
  }
}
