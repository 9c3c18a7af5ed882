/**
 * The syntax tree: parsing within bounds and walking by allow-list.
 *
 * <p>The parser is JSqlParser. It reads a {@link io.custard.guard.text.Skeleton}, never the user's
 * text.
 */
@NullMarked
package io.custard.guard.tree;

import org.jspecify.annotations.NullMarked;
