/**
 * What the engines share whose databases are servers: how one is dialled and probed, what a session
 * is, how a statement gets one, and what is said of those that fail. Which commands make a session
 * safe, and when it may be used again, is each engine's own.
 */
@NullMarked
package io.custard.agent.database.server;

import org.jspecify.annotations.NullMarked;
