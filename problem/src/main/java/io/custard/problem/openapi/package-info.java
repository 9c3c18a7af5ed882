/**
 * Writes into a service's API description how callers prove who they are, and how requests fail.
 */
@NullMarked
package io.custard.problem.openapi;

import org.jspecify.annotations.NullMarked;
