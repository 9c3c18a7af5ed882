/** Who puts the question into SQL, and with which part of the schema. */
@NullMarked
package io.custard.query.step.plan;

import org.jspecify.annotations.NullMarked;
