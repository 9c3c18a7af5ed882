/**
 * Plain English questions to SQL over any schema, by rules alone: no language model, no network, no
 * state.
 */
@NullMarked
package io.custard.translate;

import org.jspecify.annotations.NullMarked;
