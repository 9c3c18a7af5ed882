package io.custard.auth.member;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code memberships}: one person in one organisation. */
@Entity
@Table(name = "memberships")
class Membership {
  @Id UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id")
  User user;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "organisation_id")
  Organisation organisation;

  String role;

  /** For Hibernate. */
  protected Membership() {}

  Membership(User user, Organisation organisation, String role) {
    this.id = UUID.randomUUID();
    this.user = user;
    this.organisation = organisation;
    this.role = role;
  }

  Member member() {
    return new Member(
        UserId.of(user.id),
        user.email,
        user.name,
        user.passwordHash,
        new Member.Place(OrganisationId.of(organisation.id), organisation.name, role));
  }
}
