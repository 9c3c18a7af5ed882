package io.custard.access.view;

import io.custard.access.Role;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands in an organisation, as far as this service knows. Nothing known is nothing
 * revoked: a signed token speaks for somebody whose events are still on their way.
 *
 * @param person and {@code member}: null while unknown
 * @param organisationGone it was deleted
 * @param sessionRevoked the session that was asked for was ended
 */
public record Standing(
    @Nullable Person person,
    @Nullable Member member,
    boolean organisationGone,
    boolean sessionRevoked) {

  /**
   * A person.
   *
   * @param tokensNotBefore epoch seconds; null: none are refused for their age
   */
  public record Person(
      String email, boolean active, @Nullable Long tokensNotBefore, boolean deleted) {
    boolean isIn() {
      return active && !deleted;
    }
  }

  /**
   * A membership.
   *
   * @param role empty: one this build does not know, which may do nothing
   */
  public record Member(
      Optional<Role> role, boolean active, @Nullable Long tokensNotBefore, boolean deleted) {
    boolean isIn() {
      return active && !deleted && role.isPresent();
    }
  }

  /** Whether neither person nor membership nor organisation was shut or deleted. */
  public boolean isIn() {
    return !organisationGone
        && (person == null || person.isIn())
        && (member == null || member.isIn());
  }

  /** Whether an access token of this session, issued then, is good. */
  public boolean accepts(Instant issuedAt) {
    long seconds = issuedAt.getEpochSecond();
    return isIn()
        && !sessionRevoked
        && (person == null || !isBefore(seconds, person.tokensNotBefore()))
        && (member == null || !isBefore(seconds, member.tokensNotBefore()));
  }

  /** The lesser of what a token says and what is known. */
  public Role atMost(Role said) {
    return member == null ? said : member.role().map(said::atMost).orElse(said);
  }

  private static boolean isBefore(long seconds, @Nullable Long bound) {
    return bound != null && seconds < bound;
  }
}
