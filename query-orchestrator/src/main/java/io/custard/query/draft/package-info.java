/** How a model drafts a statement: asked, held against our checks, and asked again with reasons. */
@NullMarked
package io.custard.query.draft;

import org.jspecify.annotations.NullMarked;
