/**
 * The command line. {@code custard ask} and {@code custard sql} ask a running stack and speak
 * nothing but the public API; {@code custard guard} needs none.
 */
@NullMarked
package io.custard.cli;

import org.jspecify.annotations.NullMarked;
