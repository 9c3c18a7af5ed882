package io.custard.auth.oidc;

import io.custard.auth.provider.Provider;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.custard.auth.ratelimit.Visitor;
import io.custard.auth.session.Client;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts who comes back, and lets them finish. */
@ApplicationScoped
class ComeBack {
  private final FinishFlow finish;
  private final Limits limits;

  ComeBack(FinishFlow finish, Limits limits) {
    this.finish = finish;
    this.limits = limits;
  }

  Uni<FinishFlow.End> from(Provider provider, CameBack back, Visitor visitor) {
    Client client = Client.of(visitor, true);
    return limits
        .take(Action.OIDC, client.address(), subject(back, client))
        .chain(() -> finish.finish(provider, back, client));
  }

  private static String subject(CameBack back, Client client) {
    return back.handshake() == null ? client.address() : back.handshake().sha256();
  }
}
