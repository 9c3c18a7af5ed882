package io.custard.auth;

import io.custard.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.ConnectException;

/** Fails in the ways that need a broken part. */
@Path("/testing")
public class TestingFaultsResource {
  @GET
  @Open("Tests have nobody to log in.")
  @Path("away")
  public String away() throws ConnectException {
    throw new ConnectException("connection refused: 10.0.0.1:5432");
  }

  @GET
  @Open("Tests have nobody to log in.")
  @Path("fault")
  public String fault() {
    throw new IllegalStateException("select secret from users");
  }
}
