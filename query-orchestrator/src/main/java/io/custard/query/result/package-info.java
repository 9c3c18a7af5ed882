/** Collects what a statement brings into one answer. */
@NullMarked
package io.custard.query.result;

import org.jspecify.annotations.NullMarked;
