package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What happened to an agent's link. The table below is the only place that knows the tags. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AgentLinkedV1.class, name = "linked"),
  @JsonSubTypes.Type(value = AgentHealthV1.class, name = "health"),
  @JsonSubTypes.Type(value = AgentUnlinkedV1.class, name = "unlinked")
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface LinkEvent permits AgentLinkedV1, AgentHealthV1, AgentUnlinkedV1 {}
