package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A piece of a connection's schema. The table below is the only place that knows the tags. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SchemaTableV1.class, name = "table"),
  @JsonSubTypes.Type(value = SchemaHeaderV1.class, name = "header"),
  @JsonSubTypes.Type(value = SchemaDriftedV1.class, name = "drifted")
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface SchemaEvent permits SchemaTableV1, SchemaHeaderV1, SchemaDriftedV1 {}
