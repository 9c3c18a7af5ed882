package io.custard.auth.account;

/** The answer to everybody who asks for a mail; whether one was sent only the mailbox knows. */
record MailSent(String status) {
  static final MailSent IF_KNOWN = new MailSent("mail_sent_if_known");
}
