/** From the question to a statement that our checks accept. */
@NullMarked
package io.custard.query.step.compose;

import org.jspecify.annotations.NullMarked;
