package io.custard.query.draft;

import io.custard.guard.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A statement a model wrote and our checks accepted.
 *
 * @param reading how the model read the question
 * @param sentence the model's answer with references to cells; not judged yet, its result decides
 * @param made how it came about
 */
public record Draft(
    Verdict.Accepted accepted,
    @Nullable String reading,
    @Nullable String sentence,
    Drafting made) {}
