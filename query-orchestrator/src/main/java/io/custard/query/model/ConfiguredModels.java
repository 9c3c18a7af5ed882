package io.custard.query.model;

import io.custard.query.model.address.ModelAddresses;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models of the installation. A wrong setting stops the start. */
@Startup
@ApplicationScoped
public class ConfiguredModels {
  private final List<Model> all;
  private final @Nullable Model usual;

  ConfiguredModels(ModelConfig config) {
    this.all =
        config.named().entrySet().stream()
            .map(entry -> Model.of(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Model::name))
            .toList();
    requireDistinct();
    all.forEach(ConfiguredModels::requireWebAddress);
    this.usual =
        config
            .usual()
            .filter(name -> !name.equals(Models.BUILT_IN))
            .map(this::configured)
            .orElse(null);
  }

  public List<Model> all() {
    return all;
  }

  /** The one that is asked where nobody chose; empty: the built-in translator. */
  public Optional<Model> usual() {
    return Optional.ofNullable(usual);
  }

  /** By name or alias. */
  public Optional<Model> find(String name) {
    return all.stream().filter(model -> model.isCalled(name)).findFirst();
  }

  private Model configured(String name) {
    return find(name)
        .orElseThrow(() ->
            new IllegalArgumentException("custard.query.models.usual names no model: " + name));
  }

  private void requireDistinct() {
    Set<String> taken = new HashSet<>(Set.of(Models.BUILT_IN));
    all.stream()
        .flatMap(model -> Stream.concat(Stream.of(model.name()), model.aliases().stream()))
        .filter(name -> !taken.add(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("two models are called " + name);
        });
  }

  private static void requireWebAddress(Model model) {
    String wrong = ModelAddresses.wrongForm(model.baseUrl());
    if (wrong != null) {
      throw new IllegalArgumentException("base-url of model " + model.name() + ": " + wrong);
    }
  }
}
