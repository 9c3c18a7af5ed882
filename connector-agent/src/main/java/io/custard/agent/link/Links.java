package io.custard.agent.link;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentSettings;
import io.custard.agent.frames.FrameCodec;
import io.vertx.core.Vertx;

/** Puts a link together. */
public final class Links {
  private Links() {}

  public static AgentLink link(
      Vertx vertx,
      ObjectMapper json,
      AgentSettings settings,
      LinkWork work,
      LinkIdentity identity) {
    Dialler dialler = new Dialler(vertx, settings, json);
    return new AgentLink(vertx, dialler, new FrameCodec(json), work, identity);
  }
}
