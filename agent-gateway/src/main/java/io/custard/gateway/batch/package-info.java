/** Many small calls to a server made into few. */
@NullMarked
package io.custard.gateway.batch;

import org.jspecify.annotations.NullMarked;
