/**
 * The part of the public HTTP API that a command line needs, and the file that says where it is.
 */
@NullMarked
package io.custard.cli.api;

import org.jspecify.annotations.NullMarked;
