package io.custard.launcher.command;

import io.custard.launcher.home.Home;
import io.custard.launcher.home.Progress;
import java.io.PrintStream;

/**
 * Where a command works and writes to.
 *
 * @param out results only
 * @param progress everything else
 */
public record Surroundings(Home home, PrintStream out, Progress progress) {}
