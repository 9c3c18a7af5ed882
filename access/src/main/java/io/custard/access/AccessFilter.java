package io.custard.access;

import io.custard.access.token.Authentication;
import io.custard.access.token.Authentication.Around;
import io.custard.access.token.Shown;
import io.custard.address.CallerAddress;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.arc.ClientProxy;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every resource method: finds out who sends the request and whether they may. A
 * method that does not say what it needs answers nobody.
 */
public class AccessFilter {
  private final Authentication authentication;
  private final CurrentCaller current;
  private final CurrentVertxRequest request;
  private final CallerAddress addresses;

  AccessFilter(
      Authentication authentication,
      CurrentCaller current,
      CurrentVertxRequest request,
      CallerAddress addresses) {
    this.authentication = authentication;
    this.current = current;
    this.request = request;
    this.addresses = addresses;
  }

  /** Before the body is read. */
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION, nonBlocking = true)
  public Uni<Response> check(ResourceInfo target) {
    Method method = target.getResourceMethod();
    if (method.isAnnotationPresent(Open.class)) {
      return Uni.createFrom().nullItem();
    }
    Needs needs = method.getAnnotation(Needs.class);
    if (needs == null || needs.value().length == 0) {
      throw new CustardException(ErrorCode.AUTH_FORBIDDEN, "This is not open to anybody.");
    }
    CurrentCaller here = ClientProxy.unwrap(current);
    HttpServerRequest http = request.getCurrent().request();
    Cookie cookie = http.getCookie(BrowserCookies.ACCESS);
    Shown shown =
        Shown.of(
            http.getHeader(HttpHeaders.AUTHORIZATION), cookie == null ? null : cookie.getValue());
    return authentication
        .caller(shown, around(http))
        .invoke(caller -> {
          permit(caller, needs.value());
          here.set(caller);
        })
        .replaceWith((Response) null);
  }

  /** One of them is enough; the refusal is that of the first. */
  private static void permit(Caller caller, Permission[] any) {
    if (Arrays.stream(any).noneMatch(caller::may)) {
      caller.require(any[0]);
    }
  }

  private Around around(HttpServerRequest http) {
    return new Around(
        !CsrfRule.isSafe(http.method().name()),
        http.getHeader(CsrfRule.HEADER),
        http.getHeader(CsrfRule.FETCH_SITE),
        addresses.of(http));
  }
}
