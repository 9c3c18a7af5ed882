/**
 * How often things may be tried that cost much or can be guessed: by address and by account. Kept
 * in Redis for all replicas, by each replica for itself while Redis is away; never without.
 */
@NullMarked
package io.custard.auth.ratelimit;

import org.jspecify.annotations.NullMarked;
