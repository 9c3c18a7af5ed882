package io.custard.cli.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Body of {@code POST /api/v1/query/stream}.
 *
 * @param format {@code csv} or {@code ndjson}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StreamRequest(String connectionId, String sql, String format) {}
