/** What is counted, and how it is told. */
@NullMarked
package io.custard.evaluation.report;

import org.jspecify.annotations.NullMarked;
