package io.custard.query.prompt;

/**
 * SQL a model wrote that came to nothing.
 *
 * @param reason of our own checks, or a database's code; never a cell
 */
public record Rejected(String sql, String reason) {}
