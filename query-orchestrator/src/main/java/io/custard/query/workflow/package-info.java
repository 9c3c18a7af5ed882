/**
 * Questions that are answered behind their request: accepted in PostgreSQL, worked on under a lease
 * by one process at a time, their steps kept in Redis, so that another process goes on when one
 * ends.
 */
@NullMarked
package io.custard.query.workflow;

import org.jspecify.annotations.NullMarked;
