package io.custard.query.history.search;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a request asks of the history, as its address says; the texts are read by the search. */
public record HistoryParameters(
    @RestQuery @Nullable String q,
    @RestQuery("connection_id") @Nullable String connectionId,
    @RestQuery @Nullable String outcome,
    @RestQuery @Nullable String from,
    @RestQuery @Nullable String to,
    @RestQuery @Nullable String cursor,
    @RestQuery @Nullable String limit) {}
