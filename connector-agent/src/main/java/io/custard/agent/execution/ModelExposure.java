package io.custard.agent.execution;

import io.custard.agent.policy.AgentPolicy;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.Exposure;
import io.custard.protocol.agent.Execute;
import io.vertx.core.Future;

/**
 * What may be seen of a statement's rows. The rows of a {@code result} go to the person who asked
 * and those of a {@code profile} look-up to the built-in translator; for every other purpose, one
 * that this build does not know included, the stricter of the connection's level and the policy's
 * holds.
 */
final class ModelExposure {
  private ModelExposure() {}

  static Exposure of(Execute asked, AgentPolicy policy) {
    return switch (asked.purpose()) {
      case Execute.RESULT, Execute.PROFILE -> Exposure.FULL;
      default -> Exposure.of(asked.exposure()).stricter(policy.exposure());
    };
  }

  /** Fails with {@code AGENT_POLICY_REFUSED} where nothing may be seen. */
  static Future<Void> allowed(Exposure exposure) {
    return exposure == Exposure.SCHEMA_ONLY
        ? Future.failedFuture(
            new CustardException(
                ErrorCode.AGENT_POLICY_REFUSED,
                "A model may see no value of this database: the exposure is schema_only, by the"
                    + " connection or by the agent's policy."))
        : Future.succeededFuture();
  }
}
