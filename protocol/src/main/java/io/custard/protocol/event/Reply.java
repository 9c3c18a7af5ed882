package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What comes back to the replica that asked; rows travel beside it as {@link
 * io.custard.protocol.agent.RowsFrame}. The table below is the only place that knows the tags.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ColumnsReply.class, name = "columns"),
  @JsonSubTypes.Type(value = EndReply.class, name = "end"),
  @JsonSubTypes.Type(value = FailedReply.class, name = "failed"),
  @JsonSubTypes.Type(value = TestedReply.class, name = "tested")
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Reply permits ColumnsReply, EndReply, FailedReply, TestedReply {}
