/** The first of the two judgements every statement passes; the agent makes the second. */
@NullMarked
package io.custard.query.guard;

import org.jspecify.annotations.NullMarked;
