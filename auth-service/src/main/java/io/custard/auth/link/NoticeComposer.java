package io.custard.auth.link;

import io.custard.auth.mail.Letter;
import io.custard.auth.mail.MailComposer;
import io.custard.auth.mail.QueuedMail;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells somebody what was done to their account, in case it was not they: with a page where they
 * choose a new password, and the mail's details as {@code details}.
 */
public abstract class NoticeComposer implements MailComposer {
  private final String kind;
  private final String subject;
  private final MailedLinks links;

  /**
   * One kind of notice.
   *
   * @param kind also the name of its template
   */
  protected NoticeComposer(String kind, String subject, MailedLinks links) {
    this.kind = kind;
    this.subject = subject;
    this.links = links;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Uni<Optional<Letter>> compose(QueuedMail mail) {
    String details = Objects.requireNonNullElse(mail.details(), "");
    Map<String, String> values = Map.of("link", links.page("forgot-password"), "details", details);
    return Uni.createFrom().item(Optional.of(new Letter(mail.recipient(), subject, kind, values)));
  }
}
