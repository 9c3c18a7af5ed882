package io.custard.embedded;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A mail server on loopback that takes every message, delivers none and shows what it got. */
public final class SmtpSink implements AutoCloseable {
  private final GreenMail server;
  private final ReservedPort port;

  private SmtpSink(GreenMail server, ReservedPort port) {
    this.server = server;
    this.port = port;
  }

  /** Starts on this port when it is free, otherwise on any other; 0 means any. */
  public static SmtpSink start(int wanted) {
    return ReservedPort.attempt(wanted, SmtpSink::start);
  }

  static SmtpSink start(ReservedPort port) {
    ServerSetup setup = new ServerSetup(port.number(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(20_000);
    GreenMail server = new GreenMail(setup);
    try {
      server.start();
    } catch (IllegalStateException e) {
      throw new ServerStartException("The SMTP sink did not start: " + e.getMessage(), e);
    }
    return new SmtpSink(server, port);
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  /** Everything received so far, oldest first. */
  public List<MimeMessage> messages() {
    return List.of(server.getReceivedMessages());
  }

  @Override
  public void close() {
    server.stop();
    port.close();
  }
}
