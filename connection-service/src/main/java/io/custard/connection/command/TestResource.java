package io.custard.connection.command;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.audit.Actor;
import io.custard.connection.audit.Audit;
import io.custard.connection.audit.Deed;
import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.registry.OwnedConnection;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/** {@code /api/v1/connections/{id}/test}: tries the link, the agent and its database now. */
@Path("/api/v1/connections/{id}/test")
public class TestResource {
  private final TestConnection tests;
  private final Audit audit;
  private final CurrentCaller caller;
  private final ConnectionPath path;

  TestResource(TestConnection tests, Audit audit, CurrentCaller caller, ConnectionPath path) {
    this.tests = tests;
    this.audit = audit;
    this.caller = caller;
    this.path = path;
  }

  /** A test that found something wrong has succeeded; only one that could not be made fails. */
  @POST
  @Needs(Permission.CONNECTION_TEST)
  public Uni<TestResult> test(@PathParam("id") String id) {
    OwnedConnection wanted = path.read(id);
    Deed deed = new Deed(Actor.of(caller.get()), wanted.id(), "connection.tested", Map.of());
    return audit.around(tests.run(wanted), result -> ended(deed, result), deed);
  }

  private static Deed ended(Deed deed, TestResult result) {
    String code = result.code();
    return code == null ? deed : deed.endedWith(ErrorCode.of(code));
  }
}
