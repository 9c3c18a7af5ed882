package io.custard.auth.provider;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An outside log-in service.
 *
 * @param id stands in our addresses
 * @param issuer as its tokens name it
 * @param clientSecret null: there is none
 * @param trust for which e-mails a new account may be opened
 */
public record Provider(
    String id,
    String displayName,
    String issuer,
    String clientId,
    @Nullable String clientSecret,
    List<String> scopes,
    EmailTrust trust) {
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  public Provider {
    Objects.requireNonNull(displayName);
    if (!ID.matcher(id).matches()) {
      throw new IllegalStateException(
          "a provider's name is of lower-case letters, digits and hyphens, at most 40: " + id);
    }
    if (!isSafe(URI.create(issuer)) || issuer.contains("?") || issuer.contains("#")) {
      throw new IllegalStateException(
          "the issuer of " + id + " must be an https address without query or fragment");
    }
    if (clientId.isBlank()) {
      throw new IllegalStateException("provider " + id + " needs a client-id");
    }
    scopes = List.copyOf(scopes);
  }

  /**
   * For which e-mails of a provider a new account may be opened.
   *
   * @param domains in lower case; empty: all
   */
  public record EmailTrust(boolean any, Set<String> domains) {
    public EmailTrust {
      domains = Set.copyOf(domains);
    }

    boolean covers(String email) {
      String domain = email.substring(email.lastIndexOf('@') + 1);
      return any && (domains.isEmpty() || domains.contains(domain.toLowerCase(Locale.ROOT)));
    }
  }

  static Provider of(String id, ProviderConfig.One one) {
    Set<String> domains =
        one.emailDomains().orElse(List.of()).stream()
            .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return new Provider(
        id,
        one.displayName().filter(name -> !name.isBlank()).orElse(id),
        one.issuer().toString(),
        one.clientId(),
        one.clientSecret().filter(secret -> !secret.isEmpty()).orElse(null),
        Stream.concat(Stream.of("openid"), one.scopes().stream()).distinct().toList(),
        new EmailTrust(one.emailTrusted(), domains));
  }

  URI discovery() {
    return URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
  }

  /** HTTPS, or on this machine, where nobody can listen. */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    return host != null
        && address.getUserInfo() == null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme())
                && Set.of("localhost", "127.0.0.1", "[::1]").contains(host)));
  }

  @Override
  public String toString() {
    return "Provider[" + id + "]";
  }
}
