package io.custard.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as its reader sees it. */
public record SinkMail(List<String> to, String subject, String text, String html) {
  private static final Pattern TOKEN = Pattern.compile("#token=([\\w-]+)");

  public SinkMail {
    to = List.copyOf(to);
  }

  /** The token of the link in the text. */
  public String token() {
    Matcher link = TOKEN.matcher(text);
    if (!link.find()) {
      throw new IllegalStateException("no link in the mail \"" + subject + "\"");
    }
    return link.group(1);
  }

  static SinkMail read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return of(new MimeMessage(null, bytes));
    } catch (MessagingException e) {
      throw new IOException("not a mail: " + file, e);
    }
  }

  static SinkMail of(MimeMessage message) throws MessagingException, IOException {
    List<String> to =
        Arrays.stream(message.getAllRecipients())
            .map(address -> ((InternetAddress) address).getAddress())
            .toList();
    return new SinkMail(
        to,
        String.valueOf(message.getSubject()),
        part(message, "text/plain"),
        part(message, "text/html"));
  }

  /** The first part of this type, looked for inside; empty when there is none. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return String.valueOf(part.getContent()).replace("\r\n", "\n");
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        String found = part(inner, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  @Override
  public String toString() {
    return "SinkMail[" + subject + "]";
  }
}
