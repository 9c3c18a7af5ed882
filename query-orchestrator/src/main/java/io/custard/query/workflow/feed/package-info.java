/** Workflows as streams of events. */
@NullMarked
package io.custard.query.workflow.feed;

import org.jspecify.annotations.NullMarked;
