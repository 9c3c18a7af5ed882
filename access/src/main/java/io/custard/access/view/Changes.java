package io.custard.access.view;

import io.custard.access.view.ViewReads.Place;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What changed in the view.
 *
 * @param horizon where to go on the next time
 * @param found at most one more than {@link #MOST}: then it may be anything
 */
record Changes(long horizon, List<Change> found) {
  static final int MOST = 1_000;

  Changes {
    found = List.copyOf(found);
  }

  /**
   * One row.
   *
   * @param what {@code person}, {@code organisation}, {@code session} or {@code token}
   */
  record Change(String what, String id) {}

  boolean none() {
    return found.isEmpty();
  }

  /** More than were listed. */
  boolean tooMany() {
    return found.size() > MOST;
  }

  /** Tells which cached standings may be wrong now. */
  Predicate<Place> places() {
    Set<UUID> people = ids("person");
    Set<UUID> organisations = ids("organisation");
    Set<UUID> sessions = ids("session");
    return place ->
        tooMany()
            || people.contains(place.person().value())
            || organisations.contains(place.organisation().value())
            || (place.session() != null && sessions.contains(place.session()));
  }

  /** Tells which cached API tokens may be wrong now. */
  Predicate<String> tokens() {
    Set<String> tokens =
        found.stream()
            .filter(change -> change.what().equals("token"))
            .map(Change::id)
            .collect(Collectors.toSet());
    return id -> tooMany() || tokens.contains(id);
  }

  private Set<UUID> ids(String what) {
    return found.stream()
        .filter(change -> change.what().equals(what))
        .map(change -> UUID.fromString(change.id()))
        .collect(Collectors.toSet());
  }
}
