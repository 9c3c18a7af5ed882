package io.custard.auth.place;

import io.custard.auth.token.OpaqueTokens;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Remembers, as a hash, the addresses from which somebody logged in or followed a mailed link in
 * the last ninety days, the latest twenty. An attacker elsewhere can use up the attempts of an
 * account, but not those of its owner in such a place; and from a new place the owner gets in after
 * following a link to reset the password, which makes it a known one.
 */
@ApplicationScoped
public class KnownPlaces {
  private static final String REMEMBER =
      """
      insert into auth.known_places (user_id, sha256, seen_at) values (?1, ?2, now())
      on conflict (user_id, sha256) do update set seen_at = now()
      """;
  private static final String FORGET =
      """
      delete from auth.known_places where user_id = ?1 and (
        seen_at < now() - interval '90 days' or sha256 not in (
          select sha256 from auth.known_places where user_id = ?1 order by seen_at desc limit 20))
      """;

  /** One statement whether or not there is such an account. */
  private static final String KNOWN =
      """
      select u.id as user_id, k.sha256 from auth.users u
      join auth.known_places k on k.user_id = u.id where u.email = $1
        and k.seen_at > now() - interval '90 days'
      """;

  private final Pool pool;

  KnownPlaces(Pool pool) {
    this.pool = pool;
  }

  /** In Hibernate's current transaction. */
  public Uni<Void> remember(UserId user, String address) {
    return Panache.getSession()
        .chain(session ->
            session
                .flush()
                .chain(() ->
                    session
                        .createNativeQuery(REMEMBER)
                        .setParameter(1, user.value())
                        .setParameter(2, hash(user.value(), address))
                        .executeUpdate())
                .chain(() ->
                    session
                        .createNativeQuery(FORGET)
                        .setParameter(1, user.value())
                        .executeUpdate()))
        .replaceWithVoid();
  }

  /** Whether the person of this e-mail is known at this address. */
  public Uni<Boolean> know(String email, String address) {
    return pool.preparedQuery(KNOWN)
        .execute(Tuple.of(email))
        .map(rows -> {
          boolean known = false;
          for (var row : rows) {
            known |= row.getString("sha256").equals(hash(row.getUUID("user_id"), address));
          }
          return known;
        });
  }

  private static String hash(UUID user, String address) {
    return OpaqueTokens.sha256(user + " " + address);
  }
}
