package io.custard.auth.mail;

import java.util.Map;
import java.util.Objects;

/**
 * A mail as it is sent, text and HTML. Holds links, so its text form does not show it.
 *
 * @param template the folder {@code templates/mail} has it as {@code .html} and {@code .txt}
 * @param values what the template names; escaped where it is HTML
 */
public record Letter(String to, String subject, String template, Map<String, String> values) {
  public Letter {
    Objects.requireNonNull(to);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(template);
    values = Map.copyOf(values);
  }

  /** Names nothing but a link. */
  public static Letter withLink(String to, String subject, String template, String link) {
    return new Letter(to, subject, template, Map.of("link", link));
  }

  /** For an address that has an account already: who asked for another hears nothing else. */
  public static Letter knownAccount(String to, String loginPage) {
    return withLink(to, "You have an account already", "known-account", loginPage);
  }

  @Override
  public String toString() {
    return "Letter[" + template + "]";
  }
}
