package io.custard.auth.login;

import io.custard.auth.member.People;
import io.custard.auth.signup.PendingSignUps;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks up who an e-mail may be; always with the same three statements. */
@ApplicationScoped
class Candidates {
  private final People people;
  private final PendingSignUps pending;

  Candidates(People people, PendingSignUps pending) {
    this.people = people;
    this.pending = pending;
  }

  @WithSession
  Uni<Candidate> find(String email) {
    return people
        .byEmail(email)
        .chain(user ->
            people
                .activePlaces(email)
                .chain(places ->
                    pending.latest(email).map(waiting -> new Candidate(user, places, waiting))));
  }
}
