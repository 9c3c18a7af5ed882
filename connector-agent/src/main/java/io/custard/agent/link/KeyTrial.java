package io.custard.agent.link;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;

/**
 * Dials once with the key and hangs up without a hello. A link begins with the hello, so an agent
 * that is linked with the same key does not notice.
 */
public final class KeyTrial {
  private KeyTrial() {}

  /** What the gateway thinks of the key. */
  public sealed interface Result {
    /** The socket opened. */
    record Taken() implements Result {}

    /** An agent would give up, at once or after a minute. */
    record Refused(ExitCode code, String sentence) implements Result {}

    /** An agent would dial again. */
    record Unclear(String sentence) implements Result {}
  }

  public static Future<Result> of(Vertx vertx, ObjectMapper json, AgentSettings settings) {
    return new Dialler(vertx, settings, json).dial().compose(KeyTrial::judge);
  }

  private static Future<Result> judge(Dialler.Outcome outcome) {
    return switch (outcome) {
      case Dialler.Outcome.Open(WebSocket socket) ->
          socket.close().otherwiseEmpty().map(new Result.Taken());
      case Dialler.Outcome.Refused(Refusal refusal) ->
          Future.succeededFuture(
              switch (Reaction.to(refusal, Reaction.PATIENCE)) {
                case Reaction.GiveUp(ExitCode code, String sentence) ->
                    new Result.Refused(code, sentence);
                case Reaction.DialAgain again -> new Result.Unclear(refusal.sentence());
              });
    };
  }
}
