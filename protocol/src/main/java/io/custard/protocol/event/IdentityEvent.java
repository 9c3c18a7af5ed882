package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What every service must know of people, organisations, sessions and tokens to decide who may do
 * what. Written by auth-service only. Of one key the newest version wins; {@code version} is wall
 * clock in microseconds, drawn in the transaction that made the change, and grows with each change
 * of the same key. The table below is the only place that knows the tags.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PersonV1.class, name = "person"),
  @JsonSubTypes.Type(value = MembershipV1.class, name = "membership"),
  @JsonSubTypes.Type(value = OrganisationV1.class, name = "organisation"),
  @JsonSubTypes.Type(value = SessionRevokedV1.class, name = "session-revoked"),
  @JsonSubTypes.Type(value = ApiTokenV1.class, name = "api-token")
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface IdentityEvent
    permits PersonV1, MembershipV1, OrganisationV1, SessionRevokedV1, ApiTokenV1 {

  /** Newer wins; microseconds since 1970. */
  long version();

  /** The record's key on the compacted topic. */
  String key();
}
