package io.custard.embedded;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.nio.file.Path;

/** A mail server on loopback that takes every message, delivers none and writes each to a file. */
public final class SmtpSink implements AutoCloseable {
  private static final String EVERYBODY = "everybody";

  private final GreenMail server;
  private final ReservedPort port;
  private final MailDirectory mails;

  private SmtpSink(GreenMail server, ReservedPort port, MailDirectory mails) {
    this.server = server;
    this.port = port;
    this.mails = mails;
  }

  /** Starts on this port when it is free, otherwise on any other; 0 means any. */
  public static SmtpSink start(int wanted, Path directory) {
    return ReservedPort.attempt(wanted, port -> start(port, directory));
  }

  static SmtpSink start(ReservedPort port, Path directory) {
    ServerSetup setup = new ServerSetup(port.number(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(20_000);
    GreenMail server = new GreenMail(setup);
    try {
      server.start();
    } catch (IllegalStateException e) {
      throw new ServerStartException("The SMTP sink did not start: " + e.getMessage(), e);
    }
    SmtpSink sink = new SmtpSink(server, port, new MailDirectory(directory));
    server.getUserManager().setMessageDeliveryHandler(sink::received);
    return sink;
  }

  /** The server itself keeps the last one only: its memory would grow with every mail. */
  private synchronized GreenMailUser received(MovingMessage message, MailAddress to)
      throws MessagingException, UserException {
    mails.keep(message.getMessage());
    purge();
    UserManager users = server.getUserManager();
    GreenMailUser everybody = users.getUser(EVERYBODY);
    return everybody == null ? users.createUser(EVERYBODY, EVERYBODY, EVERYBODY) : everybody;
  }

  private void purge() throws MessagingException {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new MessagingException("the mailbox cannot be emptied", e);
    }
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  /** Everything received so far, also by an earlier sink with the same directory. */
  public MailDirectory mails() {
    return mails;
  }

  @Override
  public void close() {
    server.stop();
    port.close();
  }
}
