/** Where the launcher keeps its files, what it keeps secret, and how it reports progress. */
@NullMarked
package io.custard.launcher.home;

import org.jspecify.annotations.NullMarked;
