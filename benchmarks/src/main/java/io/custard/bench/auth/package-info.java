/** What it costs to let somebody in, and to know them again. */
@NullMarked
package io.custard.bench.auth;

import org.jspecify.annotations.NullMarked;
