package io.custard.launcher.edge;

/** A service behind the edge. */
public record Upstream(String name, int port) {}
