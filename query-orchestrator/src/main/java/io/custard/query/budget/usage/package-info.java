/** What models took, by organisation, person, day and model. */
@NullMarked
package io.custard.query.budget.usage;

import org.jspecify.annotations.NullMarked;
