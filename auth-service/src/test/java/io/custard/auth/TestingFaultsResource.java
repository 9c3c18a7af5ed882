package io.custard.auth;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.ConnectException;

/** Fails in the ways that need a broken part. */
@Path("/testing")
public class TestingFaultsResource {
  @GET
  @Path("away")
  public String away() throws ConnectException {
    throw new ConnectException("connection refused: 10.0.0.1:5432");
  }

  @GET
  @Path("fault")
  public String fault() {
    throw new IllegalStateException("select secret from users");
  }
}
