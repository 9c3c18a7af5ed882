package io.custard.auth.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes letters, as text and as HTML, and gives them to the SMTP server. */
@ApplicationScoped
class PostOffice {
  private final ReactiveMailer mailer;
  private final Engine templates;
  private final MailConfig config;

  PostOffice(ReactiveMailer mailer, Engine templates, MailConfig config) {
    this.mailer = mailer;
    this.templates = templates;
    this.config = config;
  }

  /** Completes when the server has taken it. */
  Uni<Void> send(Letter letter) {
    return Uni.createFrom()
        .item(() -> mail(letter))
        .chain(mail -> mailer.send(mail))
        .ifNoItem()
        .after(config.deadline())
        .fail();
  }

  private Mail mail(Letter letter) {
    return Mail.withText(letter.to(), letter.subject(), body(letter, "txt"))
        .setHtml(body(letter, "html"))
        // Says to holiday notes and mailing lists that nobody reads an answer.
        .addHeader("Auto-Submitted", "auto-generated");
  }

  private String body(Letter letter, String form) {
    TemplateInstance page =
        templates.getTemplate("mail/" + letter.template() + "." + form).instance();
    page.data("subject", letter.subject());
    letter.values().forEach(page::data);
    return page.render();
  }
}
