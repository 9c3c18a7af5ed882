/**
 * {@code custard guard}: the verdict of the guard on statements, without any stack. For people one
 * statement at a time, for programs a stream of JSON lines.
 */
@NullMarked
package io.custard.cli.guard;

import org.jspecify.annotations.NullMarked;
