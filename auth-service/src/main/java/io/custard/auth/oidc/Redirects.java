package io.custard.auth.oidc;

import io.custard.auth.oidc.FinishFlow.End;
import io.custard.auth.oidc.StartFlow.Started;
import io.custard.auth.session.SessionCookies;
import io.custard.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Sends browsers on. No cache keeps where to, and no other site is told where from. */
@ApplicationScoped
class Redirects {
  private static final int SEE_OTHER = 303;

  private final String publicUrl;

  Redirects(@ConfigProperty(name = "custard.public-url") String publicUrl) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  RestResponse<Void> toProvider(Started started) {
    return to(started.address()).header("Set-Cookie", OidcCookie.of(started.handshake())).build();
  }

  /** The cookie of the way there has done its work, whatever came of it. */
  RestResponse<Void> after(End end) {
    return switch (end) {
      case End.Entered entered -> {
        ResponseBuilder<Void> answer = to(page(entered.path()));
        SessionCookies.put(answer, entered.signedIn());
        yield forgotten(answer);
      }
      case End.Linked linked -> forgotten(to(page(linked.path())));
      case End.Refused refused ->
          forgotten(to(page(refused.path() == null ? "/login" : refused.path(), refused.code())));
    };
  }

  RestResponse<Void> providerAway() {
    return to(page("/login", ErrorCode.AUTH_OIDC_FAILED)).build();
  }

  private URI page(String path) {
    return URI.create(publicUrl + path);
  }

  /** The fragment is in no server's log, and the page's own. */
  private URI page(String path, ErrorCode code) {
    return URI.create(publicUrl + path + "#error=" + code.name());
  }

  private static RestResponse<Void> forgotten(ResponseBuilder<Void> answer) {
    return answer.header("Set-Cookie", OidcCookie.gone()).build();
  }

  private static ResponseBuilder<Void> to(URI address) {
    return ResponseBuilder.<Void>create(SEE_OTHER)
        .header("Location", address.toString())
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
  }
}
