/**
 * The agent protocol {@code custard.agent.v1}: one record for each frame (ADR 0002).
 *
 * <p>Control frames are JSON text with the member {@code type}; rows are binary ({@link
 * io.custard.protocol.agent.RowsFrame}).
 */
@NullMarked
package io.custard.protocol.agent;

import org.jspecify.annotations.NullMarked;
