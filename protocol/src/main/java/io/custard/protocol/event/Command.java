package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a gateway replica is asked to do. The table below is the only place that knows the tags. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ExecuteCommand.class, name = "execute"),
  @JsonSubTypes.Type(value = CreditCommand.class, name = "credit"),
  @JsonSubTypes.Type(value = CancelCommand.class, name = "cancel"),
  @JsonSubTypes.Type(value = DiscoverCommand.class, name = "discover"),
  @JsonSubTypes.Type(value = TestCommand.class, name = "test"),
  @JsonSubTypes.Type(value = ProbeCommand.class, name = "probe"),
  @JsonSubTypes.Type(value = ProbedCommand.class, name = "probed")
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Command
    permits ExecuteCommand,
        CreditCommand,
        CancelCommand,
        DiscoverCommand,
        TestCommand,
        ProbeCommand,
        ProbedCommand {}
