/**
 * What the engines share whose databases are files of the agent's machine: their drivers block and
 * run in this process, so they work on virtual threads, are stopped by an interrupt, and the file's
 * own rights stand in the place of a role.
 */
@NullMarked
package io.custard.agent.database.file;

import org.jspecify.annotations.NullMarked;
