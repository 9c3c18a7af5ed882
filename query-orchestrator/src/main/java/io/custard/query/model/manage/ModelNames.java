package io.custard.query.model.manage;

import io.custard.query.model.store.StoredModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All a model is called, in lower case. */
final class ModelNames {
  private ModelNames() {}

  static List<String> of(StoredModel model) {
    return Stream.concat(Stream.of(model.name()), model.settings().aliases().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }
}
