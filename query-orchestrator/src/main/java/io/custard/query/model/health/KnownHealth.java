package io.custard.query.model.health;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.query.model.Model;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** The health of the models that somebody used or looked at in the last ten minutes. */
@ApplicationScoped
public class KnownHealth {
  private static final int MOST = 10_000;
  private static final Duration INTERESTING = Duration.ofMinutes(10);

  private final Cache<Model, ModelHealth> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(INTERESTING).build();

  /** Somebody is interested in this one. */
  public ModelHealth of(Model model) {
    return known.get(model, unknown -> new ModelHealth());
  }

  /** All, without being interested in them. */
  Iterable<Map.Entry<Model, ModelHealth>> all() {
    return known.asMap().entrySet();
  }
}
