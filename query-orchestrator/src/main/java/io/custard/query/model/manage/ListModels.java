package io.custard.query.model.manage;

import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.model.ConfiguredModels;
import io.custard.query.model.Model;
import io.custard.query.model.Models;
import io.custard.query.model.health.Availability;
import io.custard.query.model.health.KnownHealth;
import io.custard.query.model.manage.ModelView.KeyState;
import io.custard.query.model.manage.ModelView.SettingsView;
import io.custard.query.model.manage.ModelView.Source;
import io.custard.query.model.store.OrganisationModels;
import io.custard.query.model.store.OwnModels;
import io.custard.query.model.store.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The models of an organisation and of the installation, as somebody may see them. */
@ApplicationScoped
class ListModels {
  private final ConfiguredModels configured;
  private final OrganisationModels own;
  private final KnownHealth health;

  ListModels(ConfiguredModels configured, OrganisationModels own, KnownHealth health) {
    this.configured = configured;
    this.own = own;
    this.health = health;
  }

  Uni<List<ModelView>> all(Caller caller) {
    return own.now(caller.organisationId()).map(theirs -> views(caller, theirs));
  }

  /** By name. Fails with {@code MODEL_NOT_FOUND}. */
  Uni<ModelView> one(Caller caller, String name) {
    return all(caller)
        .map(views ->
            views.stream()
                .filter(view -> view.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(ListModels::notFound));
  }

  /** By name, to be asked. Fails with {@code MODEL_NOT_FOUND}. */
  Uni<Model> model(Caller caller, String name) {
    return own.now(caller.organisationId())
        .map(theirs ->
            configured.find(name).or(() -> theirs.find(name)).orElseThrow(ListModels::notFound));
  }

  static CustardException notFound() {
    return new CustardException(
        ErrorCode.MODEL_NOT_FOUND, "List the models to find the right name.");
  }

  private List<ModelView> views(Caller caller, OwnModels theirs) {
    String usual = theirs.usual().or(configured::usual).map(Model::name).orElse(Models.BUILT_IN);
    List<ModelView> views = new ArrayList<>();
    views.add(
        new ModelView(
            Models.BUILT_IN,
            null,
            List.of(),
            usual.equals(Models.BUILT_IN),
            Source.BUILT_IN,
            Availability.ALWAYS,
            null));
    configured.all().forEach(model -> views.add(view(model, usual, null)));
    boolean changes = caller.may(Permission.MODEL_CHANGE);
    theirs
        .all()
        .forEach(one -> views.add(view(one.model(), usual, changes ? settings(one) : null)));
    return views;
  }

  private ModelView view(Model model, String usual, @Nullable SettingsView settings) {
    return new ModelView(
        model.name(),
        model.id(),
        model.aliases(),
        model.name().equals(usual),
        model.owner() == null ? Source.INSTALLATION : Source.ORGANISATION,
        health.of(model).availability(),
        settings);
  }

  private static SettingsView settings(OwnModels.One one) {
    Settings settings = one.stored().settings();
    return new SettingsView(
        settings.baseUrl().toString(),
        keyState(one),
        settings.contextTokens(),
        settings.answerTokens(),
        settings.timeout().toSeconds(),
        settings.json().name().toLowerCase(Locale.ROOT),
        one.stored().version());
  }

  private static KeyState keyState(OwnModels.One one) {
    if (one.stored().key() == null) {
      return KeyState.NONE;
    }
    return one.keyReadable() ? KeyState.KEPT : KeyState.UNREADABLE;
  }
}
