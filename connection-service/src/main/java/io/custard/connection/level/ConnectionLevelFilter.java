package io.custard.connection.level;

import io.custard.access.Caller;
import io.custard.access.ConnectionLevel;
import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.registry.ConnectionPath;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Before every method whose permission names a level: the caller must have it on the connection
 * that the path names by {@code id}. For somebody without any level the connection does not exist.
 * Methods that answer with a stream depend on it too: their status is sent before they could look.
 */
public class ConnectionLevelFilter {
  private final CurrentCaller caller;
  private final ConnectionLevels levels;
  private final ConnectionPath path;

  ConnectionLevelFilter(CurrentCaller caller, ConnectionLevels levels, ConnectionPath path) {
    this.caller = caller;
    this.levels = levels;
    this.path = path;
  }

  /** After the filter that finds the caller. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION, nonBlocking = true)
  public Uni<Response> check(ResourceInfo target, UriInfo asked) {
    Optional<ConnectionLevel> needed = needed(target);
    if (needed.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    Caller who = caller.get();
    String id = String.valueOf(asked.getPathParameters().getFirst("id"));
    return levels
        .of(who, path.read(id).id())
        .invoke(level -> permit(level, needed.get()))
        .replaceWith((Response) null);
  }

  /** Of several the highest. */
  private static Optional<ConnectionLevel> needed(ResourceInfo target) {
    return Stream.ofNullable(target.getResourceMethod().getAnnotation(Needs.class))
        .flatMap(needs -> Arrays.stream(needs.value()))
        .map(Permission::level)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private static void permit(ConnectionLevel level, ConnectionLevel needed) {
    if (level == ConnectionLevel.NONE) {
      throw ConnectionPath.notFound();
    }
    if (!level.isAtLeast(needed)) {
      throw new CustardException(
          ErrorCode.AUTH_FORBIDDEN,
          "This takes the level " + needed.wireName() + " on the connection; ask who manages it.");
    }
  }
}
