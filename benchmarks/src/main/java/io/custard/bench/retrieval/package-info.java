/** {@code bench retrieval}: how many of the tables a question is about reach a prompt. */
@NullMarked
package io.custard.bench.retrieval;

import org.jspecify.annotations.NullMarked;
