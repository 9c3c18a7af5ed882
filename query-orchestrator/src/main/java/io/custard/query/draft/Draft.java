package io.custard.query.draft;

import io.custard.query.model.Said;
import org.jspecify.annotations.Nullable;

/**
 * A statement a model wrote. Nobody has judged it.
 *
 * @param reading how the model read the question; null where it said nothing that may be shown
 * @param sentence the model's answer with references to cells; its result decides about it
 * @param said what the call took
 */
public record Draft(String sql, @Nullable String reading, @Nullable String sentence, Said said) {}
