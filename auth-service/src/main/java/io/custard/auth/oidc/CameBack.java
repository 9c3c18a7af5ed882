package io.custard.auth.oidc;

import io.custard.auth.provider.AskProvider;
import io.custard.auth.provider.Handshake;
import org.jspecify.annotations.Nullable;

/**
 * A browser that came back, with nothing believed yet.
 *
 * @param handshake of its cookie
 * @param code null: the provider, or somebody else, says that it did not work
 */
record CameBack(
    @Nullable Handshake handshake,
    @Nullable String state,
    @Nullable String code,
    @Nullable String issuer) {

  /** The browser is the one that was sent, and from there it came. */
  @Nullable Handshake proved() {
    return handshake != null && handshake.isState(state) ? handshake : null;
  }

  AskProvider.@Nullable Answer answer() {
    return code == null || code.isEmpty() ? null : new AskProvider.Answer(code, issuer);
  }

  @Override
  public String toString() {
    return "CameBack[…]";
  }
}
