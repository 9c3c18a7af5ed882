/** Statements under way: judged, run, sent under credit, ended once. */
@NullMarked
package io.custard.agent.execution;

import org.jspecify.annotations.NullMarked;
