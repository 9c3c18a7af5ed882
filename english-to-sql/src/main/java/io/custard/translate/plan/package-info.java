/** Turns a draft into one query over joined tables, or says why it cannot. */
@NullMarked
package io.custard.translate.plan;

import org.jspecify.annotations.NullMarked;
