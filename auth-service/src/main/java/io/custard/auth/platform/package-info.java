/**
 * What administrators of the whole installation do: they see people and organisations, and nothing
 * of what belongs to those.
 */
@NullMarked
package io.custard.auth.platform;

import org.jspecify.annotations.NullMarked;
