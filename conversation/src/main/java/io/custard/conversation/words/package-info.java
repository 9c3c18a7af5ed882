/** The words of a follow-up, and what single ones mean: numbers, days, names of the schema. */
@NullMarked
package io.custard.conversation.words;

import org.jspecify.annotations.NullMarked;
