package io.custard.auth.token;

import io.custard.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.Cache;

/** The public keys that verify our tokens. */
@Path("/.well-known/jwks.json")
public class JwksResource {
  private final SigningKeys keys;

  JwksResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Open("These keys verify and sign nothing; everybody may have them.")
  @Cache(maxAge = 300)
  @Produces(MediaType.APPLICATION_JSON)
  public String keys() {
    return keys.publicKeys();
  }
}
