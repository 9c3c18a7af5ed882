package io.custard.query.draft;

import io.custard.check.Caution;
import io.custard.guard.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement a model wrote and our checks accepted.
 *
 * @param reading how the model read the question
 * @param sentence the model's answer with references to cells; not judged yet, its result decides
 * @param cautions about its joins
 * @param made how it came about
 */
public record Draft(
    Verdict.Accepted accepted,
    @Nullable String reading,
    @Nullable String sentence,
    List<Caution> cautions,
    Drafting made) {
  public Draft {
    cautions = List.copyOf(cautions);
  }
}
