package io.custard.connection.command;

import io.custard.connection.registry.ConnectionPath;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /api/v1/connections/{id}/test}: tries the link, the agent and its database now. */
@Path("/api/v1/connections/{id}/test")
@Authenticated
public class TestResource {
  private final TestConnection tests;
  private final ConnectionPath path;

  TestResource(TestConnection tests, ConnectionPath path) {
    this.tests = tests;
    this.path = path;
  }

  /** A test that found something wrong has succeeded; only one that could not be made fails. */
  @POST
  public Uni<TestResult> test(@PathParam("id") String id) {
    return tests.run(path.read(id));
  }
}
