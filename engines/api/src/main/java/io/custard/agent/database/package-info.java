/**
 * What an engine must offer, and the parts every engine shares: caps, chunks, JSON. One folder for
 * each engine.
 */
@NullMarked
package io.custard.agent.database;

import org.jspecify.annotations.NullMarked;
