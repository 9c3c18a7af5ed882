/** Writes a planned query as SQL of one dialect and as a sentence. */
@NullMarked
package io.custard.translate.render;

import org.jspecify.annotations.NullMarked;
