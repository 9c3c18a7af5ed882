package io.custard.query.feedback;

import io.custard.query.page.Conditions;
import io.custard.query.page.Parameters;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which feedback a request asks for, as its address says. */
public record FeedbackParameters(
    @RestQuery @Nullable String rating,
    @RestQuery("connection_id") @Nullable String connectionId,
    @RestQuery @Nullable String from,
    @RestQuery @Nullable String to) {
  private static final Set<String> RATINGS = Set.of(Rating.UP.wireName(), Rating.DOWN.wireName());

  /** Fails with {@code REQUEST_INVALID} and the name of what cannot be read. */
  Conditions in(Conditions conditions) {
    return conditions
        .and("f.rating = ?", Parameters.oneOf("rating", rating, RATINGS))
        .same("f.connection_id", Parameters.id("connection_id", connectionId))
        .between("f.given_at", Parameters.instant("from", from), Parameters.instant("to", to));
  }
}
