package io.custard.auth.oidc;

import io.custard.auth.provider.AskProvider;
import io.custard.auth.provider.Handshake;
import io.custard.auth.provider.OutsidePerson;
import io.custard.auth.provider.Provider;
import io.custard.auth.session.Client;
import io.custard.auth.session.SignedIn;
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
  private final OidcActs acts;

  FinishFlow(OidcFlows flows, AskProvider ask, EnterOutside enter, AddLink link, OidcActs acts) {
    this.flows = flows;
    this.ask = ask;
    this.enter = enter;
    this.link = link;
    this.acts = acts;
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
    Uni<OutsidePerson> person =
        answer == null
            ? Uni.createFrom().failure(denied())
            : ask.person(stage.provider(), answer, stage.handshake());
    return person
        .map(who -> new Journey(stage.provider(), who, stage.client()))
        .chain(journey -> arrived(flow, journey))
        .onFailure(FinishFlow::isForThePerson)
        .recoverWithUni(failure -> refused(flow, stage, ((CustardException) failure).code()));
  }

  private Uni<End> arrived(OidcFlow flow, Journey journey) {
    return flow.linkFor()
        .map(user ->
            link.add(journey, user, flow.linkSessionId)
                .invoke(acts::committed)
                .<End>replaceWith(() -> new End.Linked(flow.returnTo)))
        .orElseGet(
            () -> enter.enter(journey).map(signedIn -> new End.Entered(signedIn, flow.returnTo)));
  }

  private Uni<End> refused(OidcFlow flow, Stage stage, ErrorCode code) {
    Optional<String> settings = flow.linkFor().map(user -> flow.returnTo);
    return acts.refused(flow, stage.client(), code)
        .replaceWith(() -> new End.Refused(code, settings.orElse(null)));
  }

  private static CustardException denied() {
    return new CustardException(ErrorCode.AUTH_OIDC_FAILED, "The provider let nobody in.");
  }

  /** What the page can explain; a fault of ours stays one. */
  private static boolean isForThePerson(Throwable failure) {
    return failure instanceof CustardException known && known.code().status() < 500;
  }
}
