package io.custard.auth.people;

import io.custard.auth.member.Cursor;
import io.custard.auth.member.Like;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows who is in an organisation. */
@ApplicationScoped
class ListMembers {
  private static final String PAGE =
      """
      from Membership m join fetch m.user u
      where m.organisationId = ?1
        and (m.createdAt > ?2 or m.createdAt = ?2 and m.userId > ?3)
        and (lower(u.email) like ?4 escape '!' or lower(u.name) like ?4 escape '!')
      order by m.createdAt, m.userId
      """;

  private final Memberships memberships;

  ListMembers(Memberships memberships) {
    this.memberships = memberships;
  }

  /** What to look for. */
  record Search(@Nullable String text, Cursor after, int limit) {}

  @WithSession
  Uni<MemberView.Page> page(OrganisationId organisation, Search search) {
    return memberships
        .find(
            PAGE,
            organisation.value(),
            search.after().at(),
            search.after().id(),
            Like.contains(search.text()))
        .range(0, search.limit())
        .list()
        .map(found -> page(found, search.limit()));
  }

  @WithSession
  Uni<MemberView> one(OrganisationId organisation, UserId user) {
    return memberships.member(organisation, user).map(MemberView::of);
  }

  private static MemberView.Page page(List<Membership> found, int limit) {
    List<Membership> shown = found.subList(0, Math.min(limit, found.size()));
    return new MemberView.Page(
        shown.stream().map(MemberView::of).toList(),
        found.size() > limit ? cursor(shown.getLast()) : null);
  }

  private static String cursor(Membership last) {
    return new Cursor(last.createdAt(), last.userId().value()).text();
  }
}
