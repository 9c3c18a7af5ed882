/** What the service says of itself. */
@NullMarked
package io.custard.query.system;

import org.jspecify.annotations.NullMarked;
