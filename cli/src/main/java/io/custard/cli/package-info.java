/**
 * The command line that asks a running stack: {@code custard ask} and {@code custard sql}. It
 * speaks nothing but the public API.
 */
@NullMarked
package io.custard.cli;

import org.jspecify.annotations.NullMarked;
