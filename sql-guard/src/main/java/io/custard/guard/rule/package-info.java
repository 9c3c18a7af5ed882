/**
 * The rules a statement is held to, the same for every dialect; what differs between dialects is
 * asked of a {@link io.custard.guard.rule.Grammar}.
 */
@NullMarked
package io.custard.guard.rule;

import org.jspecify.annotations.NullMarked;
