package io.custard.query.tool;

import io.custard.access.Caller;
import io.custard.access.ConnectionLevel;
import io.custard.access.OpenTo;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.connection.UsableConnections;
import io.custard.query.connection.UsableConnections.Usable;
import io.custard.query.tool.call.Tool;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which tools there are. */
@ApplicationScoped
class Tools {
  private final List<Tool<?>> all;
  private final UsableConnections connections;

  Tools(@All List<Tool<?>> all, UsableConnections connections) {
    this.all = all.stream().sorted(Comparator.comparing(tool -> tool.about().name())).toList();
    this.connections = connections;
  }

  /** By name. */
  List<Tool<?>> all() {
    return all;
  }

  /** Fails with {@code TOOL_NOT_FOUND}. */
  Tool<?> named(String name) {
    return all.stream()
        .filter(tool -> tool.about().name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new CustardException(ErrorCode.TOOL_NOT_FOUND, "GET /api/v1/tools lists the names."));
  }

  /** Those the caller may use, somewhere: on one connection they have, or on any of all members. */
  Uni<List<Tool<?>>> of(Caller caller) {
    return connections.of(caller).map(usable -> all(caller, level(caller, usable)));
  }

  private List<Tool<?>> all(Caller caller, ConnectionLevel level) {
    return all.stream()
        .filter(tool -> caller.may(tool.about().permission()))
        .filter(tool -> level.isAtLeast(Objects.requireNonNull(tool.about().permission().level())))
        .toList();
  }

  private static ConnectionLevel level(Caller caller, List<Usable> usable) {
    return usable.stream()
        .map(Usable::level)
        .reduce(
            ConnectionLevel.effective(caller.role(), OpenTo.MEMBERS, null),
            (one, other) -> one.isAtLeast(other) ? one : other);
  }
}
