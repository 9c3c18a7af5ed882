package io.custard.query.model;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which models there are. A wrong setting stops the start. */
@Startup
@ApplicationScoped
public class Models {
  /** The translator that needs no model; it is always there. */
  public static final String BUILT_IN = "built-in";

  private final List<Model> all;
  private final @Nullable Model usual;

  Models(ModelConfig config) {
    this.all =
        config.named().entrySet().stream()
            .map(entry -> Model.of(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Model::name))
            .toList();
    requireDistinct();
    all.forEach(Models::requireWebAddress);
    this.usual =
        config.usual().filter(name -> !name.equals(BUILT_IN)).map(this::configured).orElse(null);
  }

  public List<Model> all() {
    return all;
  }

  /** The one that is asked where nobody chose; empty: the built-in translator. */
  public Optional<Model> usual() {
    return Optional.ofNullable(usual);
  }

  /**
   * The one somebody chose.
   *
   * @param wanted a name or an alias; null: the usual one
   * @return empty: the built-in translator
   * @throws CustardException {@code QUERY_MODEL_UNKNOWN}
   */
  public Optional<Model> choose(@Nullable String wanted) {
    if (wanted == null) {
      return usual();
    }
    if (wanted.strip().toLowerCase(Locale.ROOT).equals(BUILT_IN)) {
      return Optional.empty();
    }
    return Optional.of(
        all.stream()
            .filter(model -> model.isCalled(wanted))
            .findFirst()
            .orElseThrow(() ->
                new CustardException(
                    ErrorCode.QUERY_MODEL_UNKNOWN, "List the models to find the right name.")));
  }

  private Model configured(String name) {
    return all.stream()
        .filter(model -> model.isCalled(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("custard.query.models.usual names no model: " + name));
  }

  private void requireDistinct() {
    Set<String> taken = new HashSet<>(Set.of(BUILT_IN));
    all.stream()
        .flatMap(model -> Stream.concat(Stream.of(model.name()), model.aliases().stream()))
        .filter(name -> !taken.add(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("two models are called " + name);
        });
  }

  private static void requireWebAddress(Model model) {
    URI url = model.baseUrl();
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "base-url of model " + model.name() + " is no web address");
    }
  }
}
