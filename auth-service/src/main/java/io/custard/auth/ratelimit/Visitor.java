package io.custard.auth.ratelimit;

import io.custard.address.CallerAddress;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who sends the current request as far as the wire tells, whether or not they are logged in. */
@RequestScoped
public class Visitor {
  private static final int LONGEST_AGENT = 200;

  private final CurrentVertxRequest current;
  private final CallerAddress addresses;

  Visitor(CurrentVertxRequest current, CallerAddress addresses) {
    this.current = current;
    this.addresses = addresses;
  }

  public String address() {
    return addresses.of(request());
  }

  /** At most 200 characters; empty when it does not say. */
  public String userAgent() {
    String agent = header("User-Agent");
    if (agent == null) {
      return "";
    }
    String shown = agent.replaceAll("[\\p{Cc}\\p{Cs}]", "");
    return shown.length() > LONGEST_AGENT ? shown.substring(0, LONGEST_AGENT) : shown;
  }

  public @Nullable String header(String name) {
    return request().getHeader(name);
  }

  public @Nullable String cookie(String name) {
    Cookie cookie = request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  /** The token of {@code Authorization: Bearer}. */
  public @Nullable String bearer() {
    String authorization = header("Authorization");
    return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        ? authorization.substring(7).strip()
        : null;
  }

  private HttpServerRequest request() {
    return current.getCurrent().request();
  }
}
