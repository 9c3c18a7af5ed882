package io.custard.query.model.manage;

import io.custard.access.Caller;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.audit.ChangeAudit;
import io.custard.query.model.ConfiguredModels;
import io.custard.query.model.address.ModelAddresses;
import io.custard.query.model.store.ModelTable;
import io.custard.query.model.store.Settings;
import io.custard.query.model.store.StoredModel;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Adds, changes and deletes models of an organisation. */
@ApplicationScoped
class ChangeModels {
  private static final int MOST = 50;
  private static final Duration NAME_SERVER = Duration.ofSeconds(5);

  private final ModelTable table;
  private final ConfiguredModels configured;
  private final ModelAddresses addresses;
  private final ModelKeys keys;
  private final ChangeAudit audit;

  ChangeModels(
      ModelTable table,
      ConfiguredModels configured,
      ModelAddresses addresses,
      ModelKeys keys,
      ChangeAudit audit) {
    this.table = table;
    this.configured = configured;
    this.addresses = addresses;
    this.keys = keys;
    this.audit = audit;
  }

  Uni<Void> add(Caller caller, NewModel wanted) {
    Settings settings = wanted.settings();
    String purpose = StoredModel.purpose(caller.organisationId(), wanted.name());
    StoredModel model =
        new StoredModel(
            caller.organisationId(),
            wanted.name(),
            settings,
            keys.seal(wanted.apiKey(), purpose),
            1);
    return callable(settings.baseUrl())
        .chain(() ->
            table.changing(
                caller.organisationId(),
                (transaction, all) -> {
                  requireRoom(all);
                  requireFree(model, all);
                  return table.put(transaction, model, caller.userId());
                }))
        .invoke(() -> told(caller, "model.added", model));
  }

  Uni<Void> change(Caller caller, String name, ModelChange change) {
    Uni<Void> address =
        change.baseUrl() == null
            ? Uni.createFrom().voidItem()
            : callable(ModelForm.address(change.baseUrl()));
    return address
        .chain(() ->
            table.changing(
                caller.organisationId(),
                (transaction, all) -> {
                  StoredModel after = changed(find(all, name), change);
                  requireFree(after, all);
                  return table.put(transaction, after, caller.userId()).replaceWith(after);
                }))
        .invoke(after -> told(caller, "model.changed", after))
        .replaceWithVoid();
  }

  Uni<Void> delete(Caller caller, String name) {
    return table
        .changing(
            caller.organisationId(),
            (transaction, all) -> {
              StoredModel model = find(all, name);
              return table.delete(transaction, model).replaceWith(model);
            })
        .invoke(model -> told(caller, "model.deleted", model))
        .replaceWithVoid();
  }

  private StoredModel changed(StoredModel before, ModelChange change) {
    Settings after = change.on(before.settings());
    return new StoredModel(
        before.organisation(),
        before.name(),
        after,
        keys.changed(before, after, change.apiKey()),
        before.version() + 1);
  }

  /** A name server may be asked, so on a thread that may wait. */
  private Uni<Void> callable(URI address) {
    return Uni.createFrom()
        .item(() -> Objects.requireNonNullElse(addresses.refusal(address), ""))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .ifNoItem()
        .after(NAME_SERVER)
        .recoverWithItem("The name server does not answer.")
        .invoke(refusal -> {
          if (!refusal.isEmpty()) {
            throw new CustardException(ErrorCode.MODEL_ADDRESS_NOT_ALLOWED, refusal);
          }
        })
        .replaceWithVoid();
  }

  private StoredModel find(List<StoredModel> all, String name) {
    return all.stream()
        .filter(model -> model.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            configured.find(name).isPresent() || ModelForm.isReserved(name)
                ? new CustardException(
                    ErrorCode.MODEL_CONFIGURED, "Whoever runs this installation changes it.")
                : ListModels.notFound());
  }

  private static void requireRoom(List<StoredModel> all) {
    if (all.size() >= MOST) {
      throw new CustardException(
          ErrorCode.MODEL_LIMIT, "An organisation has at most " + MOST + " models. Delete one.");
    }
  }

  /** Name and aliases belong to nobody else. */
  private void requireFree(StoredModel model, List<StoredModel> all) {
    List<String> names = ModelNames.of(model);
    boolean taken =
        names.stream().distinct().count() < names.size()
            || names.stream()
                .anyMatch(name -> ModelForm.isReserved(name) || configured.find(name).isPresent())
            || all.stream()
                .filter(other -> !other.name().equals(model.name()) || model.version() == 1)
                .flatMap(other -> ModelNames.of(other).stream())
                .anyMatch(names::contains);
    if (taken) {
      throw new CustardException(
          ErrorCode.MODEL_NAME_TAKEN, "Choose a name and aliases that no other model has.");
    }
  }

  private void told(Caller caller, String action, StoredModel model) {
    Map<String, String> details =
        Map.of(
            "model", model.name(),
            "host", String.valueOf(model.settings().baseUrl().getHost()),
            "key", model.key() == null ? "none" : "kept");
    audit.tell(caller, action, null, details);
  }
}
