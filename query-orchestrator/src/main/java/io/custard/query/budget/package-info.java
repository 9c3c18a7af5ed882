/** How many tokens of models an organisation, a person and a question may take. */
@NullMarked
package io.custard.query.budget;

import org.jspecify.annotations.NullMarked;
