package io.custard.auth.provider;

import io.custard.auth.token.OpaqueTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What binds one log-in by a provider to one browser: a secret that only this browser has, and from
 * which the state, the nonce and the PKCE verifier follow. Whoever knows one of these knows none of
 * the others, and none is stored.
 */
public record Handshake(String secret) {

  public static Handshake draw() {
    return new Handshake(OpaqueTokens.draw());
  }

  /** Goes to the provider through the browser, and comes back. */
  String state() {
    return derived("state");
  }

  /** Comes back inside the id token. */
  String nonce() {
    return derived("nonce");
  }

  /** Shown to the provider with the code: 64 characters. */
  String verifier() {
    return derived("verifier");
  }

  /** What the provider is told of the verifier before, by S256. */
  String challenge() {
    byte[] hash = HexFormat.of().parseHex(OpaqueTokens.sha256(verifier()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** Whether the browser came back from where it was sent by this. */
  public boolean isState(@Nullable String said) {
    return said != null
        && MessageDigest.isEqual(
            said.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
  }

  /** By which the log-in is stored. */
  public String sha256() {
    return derived("stored");
  }

  private String derived(String use) {
    return OpaqueTokens.sha256(use + ":" + secret);
  }

  @Override
  public String toString() {
    return "Handshake[…]";
  }
}
