/** Which models may see a connection. */
@NullMarked
package io.custard.query.model.rule;

import org.jspecify.annotations.NullMarked;
