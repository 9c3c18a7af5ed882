package io.custard.query.model.rule;

import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.query.audit.ChangeAudit;
import io.custard.query.connection.Connection;
import io.custard.query.connection.KnownConnections;
import io.custard.query.model.ConfiguredModels;
import io.custard.query.model.Model;
import io.custard.query.model.rule.RuleResource.RuleView;
import io.custard.query.model.store.OrganisationModels;
import io.custard.query.model.store.OwnModels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules as those who manage a connection see and change them. */
@ApplicationScoped
class ManageRules {
  private final KnownConnections connections;
  private final ModelRules rules;
  private final ConfiguredModels configured;
  private final OrganisationModels own;
  private final ChangeAudit audit;

  ManageRules(
      KnownConnections connections,
      ModelRules rules,
      ConfiguredModels configured,
      OrganisationModels own,
      ChangeAudit audit) {
    this.connections = connections;
    this.rules = rules;
    this.configured = configured;
    this.own = own;
    this.audit = audit;
  }

  Uni<RuleView> show(Caller caller, String id) {
    return find(caller, id)
        .chain(connection ->
            rules
                .of(connection.organisationId(), connection.id())
                .map(rule -> view(connection, rule)));
  }

  /** Fails with {@code QUERY_MODEL_UNKNOWN} when a name is of no model. */
  Uni<RuleView> put(Caller caller, String id, List<String> wanted) {
    return find(caller, id)
        .chain(connection ->
            own.now(connection.organisationId())
                .map(theirs -> new ModelRule(names(wanted, theirs)))
                .call(rule ->
                    rules.put(connection.organisationId(), connection.id(), rule, caller.userId()))
                .invoke(rule -> told(caller, connection, String.join(", ", rule.allowed())))
                .map(rule -> view(connection, Optional.of(rule))));
  }

  Uni<Void> delete(Caller caller, String id) {
    return find(caller, id)
        .chain(connection ->
            rules
                .delete(connection.organisationId(), connection.id())
                .invoke(() -> told(caller, connection, "*")));
  }

  private Uni<Connection> find(Caller caller, String id) {
    ConnectionId wanted;
    try {
      wanted = ConnectionId.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new CustardException(
          ErrorCode.CONNECTION_NOT_FOUND, "GET /api/v1/connections lists them.");
    }
    return connections.find(wanted, caller, Permission.MODEL_RULE_CHANGE);
  }

  private List<String> names(List<String> wanted, OwnModels theirs) {
    return wanted.stream()
        .map(name ->
            configured
                .find(name)
                .or(() -> theirs.find(name))
                .map(Model::name)
                .orElseThrow(() ->
                    new CustardException(
                        ErrorCode.QUERY_MODEL_UNKNOWN, "List the models to find the right name.")))
        .distinct()
        .toList();
  }

  private void told(Caller caller, Connection connection, String allowed) {
    audit.tell(caller, "model_rule.changed", connection.id(), Map.of("allowed", allowed));
  }

  private static RuleView view(Connection connection, Optional<ModelRule> rule) {
    return new RuleView(
        connection.id().toString(),
        rule.isPresent(),
        rule.map(ModelRule::allowed).orElse(List.of()));
  }
}
