/**
 * Work as a declared graph of small steps: each names what it needs and what comes of it, steps
 * that need nothing of each other run at the same time, and every end of a step is written to a
 * journal, from which another process can go on.
 */
@NullMarked
package io.custard.query.graph;

import org.jspecify.annotations.NullMarked;
