package io.custard.query.model.store;

import io.custard.protocol.OrganisationId;
import io.custard.query.fresh.Fresh;
import io.custard.query.secret.SealSecrets;
import io.custard.query.secret.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The models of organisations, ready to be asked. A change counts within a second. */
@ApplicationScoped
public class OrganisationModels {
  private static final Logger LOG = Logger.getLogger(OrganisationModels.class);

  private final ModelTable table;
  private final SealSecrets secrets;
  private final Fresh<OrganisationId, OwnModels> fresh = new Fresh<>(this::look);

  OrganisationModels(ModelTable table, SealSecrets secrets) {
    this.table = table;
    this.secrets = secrets;
  }

  public Uni<OwnModels> of(OrganisationId organisation) {
    return fresh.of(organisation);
  }

  /** As they are now; so whoever changed them sees it. */
  public Uni<OwnModels> now(OrganisationId organisation) {
    fresh.forget(organisation);
    return fresh.of(organisation);
  }

  private Uni<OwnModels> look(OrganisationId organisation) {
    return table
        .list(organisation)
        .map(stored -> new OwnModels(stored.stream().map(this::opened).toList()));
  }

  /** One whose key cannot be read is asked without: its endpoint refuses that, and says so. */
  private OwnModels.One opened(StoredModel stored) {
    Sealed key = stored.key();
    if (key == null) {
      return new OwnModels.One(stored, stored.model(null), true);
    }
    Optional<String> opened = secrets.open(key, stored.purpose());
    if (opened.isEmpty()) {
      LOG.warnf(
          "Key of a model cannot be read orgId=%s keyId=%s", stored.organisation(), key.keyId());
    }
    return new OwnModels.One(stored, stored.model(opened.orElse(null)), opened.isPresent());
  }
}
