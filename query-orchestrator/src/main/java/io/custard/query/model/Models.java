package io.custard.query.model;

import io.custard.problem.CustardException;
import io.custard.query.connection.Connection;
import io.custard.query.model.rule.ModelRules;
import io.custard.query.model.store.OrganisationModels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which model is asked: the installation's, an organisation's own, or the built-in one. */
@ApplicationScoped
public class Models {
  /** The translator that needs no model; it is always there. */
  public static final String BUILT_IN = "built-in";

  private final ConfiguredModels configured;
  private final OrganisationModels own;
  private final ModelRules rules;

  Models(ConfiguredModels configured, OrganisationModels own, ModelRules rules) {
    this.configured = configured;
    this.own = own;
    this.rules = rules;
  }

  /**
   * The one for a question to this connection. Where nobody chose, it is the organisation's usual
   * one before the installation's, and where the connection's rule does not allow that, the first
   * that it allows.
   *
   * @param wanted a name or an alias; null: the usual one
   * @return empty: the built-in translator
   * @throws CustardException by the result: {@code QUERY_MODEL_UNKNOWN} or {@code
   *     QUERY_MODEL_NOT_ALLOWED}
   */
  public Uni<Optional<Model>> choose(Connection connection, @Nullable String wanted) {
    return Uni.combine()
        .all()
        .unis(
            own.of(connection.organisationId()),
            rules.of(connection.organisationId(), connection.id()))
        .with((theirs, rule) -> new ModelChoice(configured, theirs, rule).of(wanted));
  }
}
