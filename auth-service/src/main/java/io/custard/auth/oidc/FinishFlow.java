package io.custard.auth.oidc;

import io.custard.auth.provider.AskProvider;
import io.custard.auth.provider.Handshake;
import io.custard.auth.provider.Provider;
import io.custard.auth.session.Client;
import io.custard.auth.session.SignedIn;
import io.custard.outbox.Outbox;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a browser that a provider sent back: a log-in, a link, or a reason why not. */
@ApplicationScoped
class FinishFlow {
  private final OidcFlows flows;
  private final AskProvider ask;
  private final EnterOutside enter;
  private final AddLink link;
  private final Outbox outbox;

  FinishFlow(
      OidcFlows flows, AskProvider ask, EnterOutside enter, AddLink link, Outbox outbox) {
    this.flows = flows;
    this.ask = ask;
    this.enter = enter;
    this.link = link;
    this.outbox = outbox;
  }

  /** Where the browser goes. */
  sealed interface End {
    /** In the web app, logged in. */
    record Entered(SignedIn signedIn, String path) implements End {}

    /** Back to the settings. */
    record Linked(String path) implements End {}

    /**
     * To a page that says why not.
     *
     * @param path null: that of the log-in
     */
    record Refused(ErrorCode code, @Nullable String path) implements End {}
  }

  Uni<End> finish(Provider provider, CameBack back, Client client) {
    Handshake handshake = back.proved();
    if (handshake == null) {
      return Uni.createFrom().item(new End.Refused(ErrorCode.AUTH_OIDC_FAILED, null));
    }
    return flows
        .take(handshake, provider)
        .chain(flow ->
            flow.isEmpty()
                ? Uni.createFrom().item(new End.Refused(ErrorCode.AUTH_OIDC_FAILED, null))
                : finish(flow.get(), new Stage(provider, handshake, client), back.answer()));
  }

  private record Stage(Provider provider, Handshake handshake, Client client) {}

  private Uni<End> finish(OidcFlow flow, Stage stage, AskProvider.@Nullable Answer answer) {
    if (answer == null) {
      return Uni.createFrom().item(refused(flow, ErrorCode.AUTH_OIDC_FAILED));
    }
    return ask.person(stage.provider(), answer, stage.handshake())
        .map(person -> new Journey(stage.provider(), person, stage.client()))
        .chain(journey -> arrived(flow, journey))
        .onFailure(FinishFlow::isForThePerson)
        .recoverWithItem(failure -> refused(flow, ((CustardException) failure).code()));
  }

  private Uni<End> arrived(OidcFlow flow, Journey journey) {
    return flow.linkFor()
        .map(user ->
            link.add(journey, user, flow.linkSessionId)
                .invoke(outbox::kick)
                .<End>replaceWith(() -> new End.Linked(flow.returnTo)))
        .orElseGet(() ->
            enter.enter(journey).map(signedIn -> new End.Entered(signedIn, flow.returnTo)));
  }

  private static End refused(OidcFlow flow, ErrorCode code) {
    Optional<String> settings = flow.linkFor().map(user -> flow.returnTo);
    return new End.Refused(code, settings.orElse(null));
  }

  /** What the page can explain; a fault of ours stays one. */
  private static boolean isForThePerson(Throwable failure) {
    return failure instanceof CustardException known && known.code().status() < 500;
  }
}
