/**
 * Turns every exception that leaves a REST resource into a {@link io.custard.problem.Problem} (ADR
 * 0005). Needs the Quarkus REST extension; modules without HTTP resources never load it.
 */
@NullMarked
package io.custard.problem.rest;

import org.jspecify.annotations.NullMarked;
