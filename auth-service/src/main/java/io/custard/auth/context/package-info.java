/** Where results come back to. */
@NullMarked
package io.custard.auth.context;

import org.jspecify.annotations.NullMarked;
