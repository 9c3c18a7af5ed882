package io.custard.connection.audit.trail;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a request asks of the log, as its address says; the texts are read by the filter. */
public record AuditParameters(
    @RestQuery @Nullable String from,
    @RestQuery @Nullable String to,
    @RestQuery @Nullable String actor,
    @RestQuery @Nullable String action,
    @RestQuery @Nullable String outcome,
    @RestQuery("connection_id") @Nullable String connectionId) {}
