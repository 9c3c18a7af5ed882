package io.custard.query.model.store;

import io.custard.query.model.Model;
import java.util.List;
import java.util.Optional;

/** The models of one organisation, by name. */
public record OwnModels(List<One> all) {
  public OwnModels {
    all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param keyReadable false: its key was sealed by a master key that is gone
   */
  public record One(StoredModel stored, Model model, boolean keyReadable) {}

  public Optional<Model> find(String name) {
    return one(name).map(One::model);
  }

  /** By name or alias. */
  public Optional<One> one(String name) {
    return all.stream().filter(one -> one.model().isCalled(name)).findFirst();
  }

  /** Which one it asks where nobody chooses. */
  public Optional<Model> usual() {
    return all.stream().filter(one -> one.stored().settings().usual()).map(One::model).findFirst();
  }
}
