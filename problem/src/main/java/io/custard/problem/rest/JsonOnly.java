package io.custard.problem.rest;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Bodies are JSON in UTF-8, whatever a resource's method would take: a text body would otherwise be
 * given to the first constructor that takes a string.
 */
public class JsonOnly {
  /** Before whoever asks who it is: what does not block goes first. */
  private static final int FIRST = Priorities.AUTHENTICATION - 100;

  @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = FIRST)
  public void check(ContainerRequestContext request) {
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type != null && hasBody(request) && !isJson(parse(type))) {
      throw new NotSupportedException();
    }
  }

  /** Clients name a type also of bodies they do not send. */
  private static boolean hasBody(ContainerRequestContext request) {
    return request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
  }

  private static @Nullable MediaType parse(String type) {
    try {
      return MediaType.valueOf(type);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null
        && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        && !type.isWildcardType()
        && !type.isWildcardSubtype()
        && StandardCharsets.UTF_8
            .name()
            .equalsIgnoreCase(
                type.getParameters()
                    .getOrDefault(MediaType.CHARSET_PARAMETER, StandardCharsets.UTF_8.name()));
  }
}
