package io.custard.query.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as people see it: neither its address nor its key.
 *
 * @param model what its endpoint calls it; absent for the built-in translator
 * @param usual whether it is asked where nobody chooses
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(String name, @Nullable String model, List<String> aliases, boolean usual) {

  /** All there are: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<ModelView> items, @Nullable String nextCursor) {
    static Page of(Models models) {
      String usual = models.usual().map(Model::name).orElse(Models.BUILT_IN);
      List<ModelView> items = new ArrayList<>();
      items.add(new ModelView(Models.BUILT_IN, null, List.of(), usual.equals(Models.BUILT_IN)));
      for (Model model : models.all()) {
        items.add(
            new ModelView(model.name(), model.id(), model.aliases(), usual.equals(model.name())));
      }
      return new Page(items, null);
    }
  }
}
