package io.custard.protocol.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A control frame the agent sends. The table below is the only place that knows the tags. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Hello.class, name = "hello"),
  @JsonSubTypes.Type(value = Columns.class, name = "columns"),
  @JsonSubTypes.Type(value = End.class, name = "end"),
  @JsonSubTypes.Type(value = Failed.class, name = "error"),
  @JsonSubTypes.Type(value = SchemaTable.class, name = "schema-table"),
  @JsonSubTypes.Type(value = SchemaEnd.class, name = "schema-end"),
  @JsonSubTypes.Type(value = SchemaFailed.class, name = "schema-failed"),
  @JsonSubTypes.Type(value = Health.class, name = "health"),
  @JsonSubTypes.Type(value = Goodbye.class, name = "goodbye"),
  @JsonSubTypes.Type(value = Probed.class, name = "probed")
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface AgentFrame
    permits Hello,
        Columns,
        End,
        Failed,
        SchemaTable,
        SchemaEnd,
        SchemaFailed,
        Health,
        Goodbye,
        Probed {}
