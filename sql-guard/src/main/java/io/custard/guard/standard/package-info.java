/**
 * What most dialects have in common, driven by their word lists. A dialect uses these parts as they
 * are where its server agrees, and its own where it does not.
 */
@NullMarked
package io.custard.guard.standard;

import org.jspecify.annotations.NullMarked;
