package io.custard.auth.oidc;

import io.custard.access.Caller;
import io.custard.auth.password.OwnPassword;
import io.custard.auth.provider.AskProvider;
import io.custard.auth.provider.Handshake;
import io.custard.auth.provider.Provider;
import io.custard.auth.provider.Providers;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;

/** Sends a browser to a provider: to log in, or to link what it comes back with. */
@ApplicationScoped
class StartFlow {
  private final Providers providers;
  private final AskProvider ask;
  private final OidcFlows flows;
  private final OwnPassword own;
  private final Limits limits;

  StartFlow(Providers providers, AskProvider ask, OidcFlows flows, OwnPassword own, Limits limits) {
    this.providers = providers;
    this.ask = ask;
    this.flows = flows;
    this.own = own;
    this.limits = limits;
  }

  /**
   * A browser that is on its way.
   *
   * @param address of the provider, for this browser only
   * @param handshake goes into its cookie
   */
  record Started(URI address, Handshake handshake) {
    @Override
    public String toString() {
      return "Started[…]";
    }
  }

  Uni<Started> logIn(String providerId, ReturnTo returnTo, String from) {
    Provider provider = providers.require(providerId);
    Handshake handshake = Handshake.draw();
    return limits
        .take(Action.OIDC, from, handshake.sha256())
        .chain(() -> begun(provider, handshake, flow(handshake, provider, returnTo)));
  }

  /** With the password, for a found or stolen session must not make itself a door that stays. */
  Uni<Started> link(Caller caller, NewLink wanted) {
    Provider provider = providers.require(wanted.provider());
    Handshake handshake = Handshake.draw();
    OidcFlow flow =
        flow(handshake, provider, wanted.to()).linking(caller.userId(), caller.sessionId());
    return own.require(caller.userId(), caller.address(), wanted.password())
        .chain(() -> begun(provider, handshake, flow));
  }

  private Uni<Started> begun(Provider provider, Handshake handshake, OidcFlow flow) {
    return ask.address(provider, handshake)
        .call(() -> flows.add(flow))
        .map(address -> new Started(address, handshake));
  }

  private static OidcFlow flow(Handshake handshake, Provider provider, ReturnTo returnTo) {
    return new OidcFlow(handshake, provider, returnTo, Instant.now().plus(OidcFlows.LIFE));
  }
}
