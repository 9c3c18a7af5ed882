package io.custard.auth.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.auth.member.Emails;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is from what a provider says; believes no type and no length. */
final class Claims {
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_NAME = 100;
  private static final String VERIFIED = "email_verified";

  private Claims() {}

  static OutsidePerson person(Provider provider, Map<String, Object> said) {
    String email = email(said.get("email"));
    boolean verified = "true".equals(String.valueOf(said.get(VERIFIED)));
    return new OutsidePerson(
        provider.issuer(),
        String.valueOf(said.get("sub")),
        email,
        email != null && verified && provider.trust().covers(email),
        name(said.get("name")));
  }

  /** Fails when the user-info is of somebody else. */
  static Map<String, Object> withUserInfo(Map<String, Object> said, JsonNode more) {
    if (!more.path("sub").asText().equals(said.get("sub"))) {
      throw new ProviderFailure("the user-info is of somebody else");
    }
    Map<String, Object> both = new HashMap<>(said);
    both.put("email", more.path("email").asText());
    both.put(VERIFIED, more.path(VERIFIED).asText());
    both.putIfAbsent("name", more.path("name").asText());
    return both;
  }

  private static @Nullable String email(@Nullable Object said) {
    String email = said instanceof String text ? Emails.normalised(text) : "";
    return email.length() <= LONGEST_EMAIL && email.matches("[^\\s@\\p{Cc}]+@[^\\s@\\p{Cc}]+")
        ? email
        : null;
  }

  private static @Nullable String name(@Nullable Object said) {
    String whole = said instanceof String text ? text : "";
    String cut = whole.substring(0, Math.min(LONGEST_NAME, whole.length()));
    String name = cut.replaceAll("[\\p{Cc}\\p{Cs}]", "").strip();
    return name.isEmpty() ? null : name;
  }
}
