/** What was asked before, and how the question changes it; without a model and without guessing. */
@NullMarked
package io.custard.query.step.follow;

import org.jspecify.annotations.NullMarked;
