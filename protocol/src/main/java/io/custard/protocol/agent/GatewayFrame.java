package io.custard.protocol.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A control frame the gateway sends. The table below is the only place that knows the tags. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Welcome.class, name = "welcome"),
  @JsonSubTypes.Type(value = Execute.class, name = "execute"),
  @JsonSubTypes.Type(value = Credit.class, name = "credit"),
  @JsonSubTypes.Type(value = Cancel.class, name = "cancel"),
  @JsonSubTypes.Type(value = Discover.class, name = "discover"),
  @JsonSubTypes.Type(value = Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Probe.class, name = "probe"),
  @JsonSubTypes.Type(value = Drain.class, name = "drain")
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface GatewayFrame
    permits Welcome, Execute, Credit, Cancel, Discover, Refused, Probe, Drain {}
