package io.custard.query.model.rule;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** {@code /api/v1/models/rules}: which models may see a connection. */
@Path("/api/v1/models/rules/{connectionId}")
public class RuleResource {
  private final ManageRules rules;
  private final CurrentCaller caller;

  RuleResource(ManageRules rules, CurrentCaller caller) {
    this.rules = rules;
    this.caller = caller;
  }

  /**
   * A rule somebody wants.
   *
   * @param allowed names or aliases; the first is asked where the usual model is not among them.
   *     Empty: only the built-in translator
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record NewRule(@NotNull @Size(max = 100) List<@NotNull @Size(max = 100) String> allowed) {}

  /**
   * What holds for a connection.
   *
   * @param restricted false: there is no rule, all models may see it
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record RuleView(String connectionId, boolean restricted, List<String> allowed) {}

  @GET
  @Needs(Permission.MODEL_RULE_CHANGE)
  public Uni<RuleView> show(@PathParam("connectionId") String connectionId) {
    return rules.show(caller.get(), connectionId);
  }

  /** In place of the one before. */
  @PUT
  @Needs(Permission.MODEL_RULE_CHANGE)
  public Uni<RuleView> put(
      @PathParam("connectionId") String connectionId, @NotNull @Valid NewRule rule) {
    return rules.put(caller.get(), connectionId, rule.allowed());
  }

  @DELETE
  @Needs(Permission.MODEL_RULE_CHANGE)
  public Uni<Void> delete(@PathParam("connectionId") String connectionId) {
    return rules.delete(caller.get(), connectionId);
  }
}
