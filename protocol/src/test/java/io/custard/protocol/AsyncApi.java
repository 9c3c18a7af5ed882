package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.GatewayFrame;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.IdentityEvent;
import io.custard.protocol.event.LinkEvent;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.Topic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the AsyncAPI 3.0 document of the agent link and of the topics from the records. */
final class AsyncApi {
  private static final String ROWS = "RowsFrame";

  private final RecordSchemas schemas = new RecordSchemas();
  private final Map<String, Object> messages = new TreeMap<>();
  private final Map<String, Object> channels = new TreeMap<>();
  private final Map<String, Object> operations = new TreeMap<>();

  Map<String, Object> document() {
    rowsMessage();
    channel(
        "agentLink",
        AgentProtocol.PATH + "{connectionId}",
        "One WebSocket for each agent, sub-protocol " + AgentProtocol.SUBPROTOCOL);
    messages("agentLink", "receive", AgentFrame.class, true);
    messages("agentLink", "send", GatewayFrame.class, false);
    topic(Topic.REGISTRY, "Connections as others must know them; key: connection id");
    message("registry", ConnectionRegisteredV1.class, null);
    topicMessages(Topic.LINKS, LinkEvent.class, "Agents that linked, unlinked or changed lamps");
    topicMessages(Topic.SCHEMAS, SchemaEvent.class, "One record for each table, and a header");
    topicMessages(Topic.COMMANDS, Command.class, "To the gateway replica that owns a link");
    topicMessages(
        Topic.REPLIES,
        Reply.class,
        "To the replica that asked; rows are binary, and may carry the columns before them and"
            + " the end after them as headers");
    attach("replies", ROWS);
    topic(Topic.AUDIT, "Every statement and administrative act; key: organisation id");
    message("audit", AuditEventV1.class, null);
    topicMessages(Topic.IDENTITY, IdentityEvent.class, "Who there is, and what is revoked");
    return Map.of(
        "asyncapi",
        "3.0.0",
        "info",
        Map.of("title", "Custard: agent link and topics", "version", "1"),
        "channels",
        channels,
        "operations",
        operations,
        "components",
        Map.of("messages", messages, "schemas", schemas.all()));
  }

  private void rowsMessage() {
    messages.put(
        ROWS,
        Map.of(
            "title",
            ROWS,
            "contentType",
            "application/octet-stream",
            "summary",
            "A header of 26 bytes, then rows as the agent encoded them",
            "payload",
            Map.of("type", "string", "format", "binary")));
  }

  private void channel(String name, String address, String summary) {
    channels.put(name, Map.of("address", address, "summary", summary, "messages", new TreeMap<>()));
  }

  private void topic(Topic topic, String summary) {
    channel(name(topic), topic.topic(), summary);
  }

  private static String name(Topic topic) {
    return topic.name().toLowerCase(java.util.Locale.ROOT);
  }

  private void topicMessages(Topic topic, Class<?> sealed, String summary) {
    topic(topic, summary);
    for (JsonSubTypes.Type type : types(sealed)) {
      message(name(topic), type.value(), type.name());
    }
  }

  private void messages(String channel, String action, Class<?> sealed, boolean rows) {
    List<Object> references = new java.util.ArrayList<>();
    for (JsonSubTypes.Type type : types(sealed)) {
      message(channel, type.value(), type.name());
      references.add(
          reference("channels/" + channel + "/messages/" + type.value().getSimpleName()));
    }
    if (rows) {
      attach(channel, ROWS);
      references.add(reference("channels/" + channel + "/messages/" + ROWS));
    }
    operations.put(
        sealed.getSimpleName(),
        Map.of(
            "action", action,
            "channel", reference("channels/" + channel),
            "messages", references));
  }

  private static JsonSubTypes.Type[] types(Class<?> sealed) {
    return sealed.getAnnotation(JsonSubTypes.class).value();
  }

  private void message(String channel, Class<?> record, String tag) {
    messages.put(
        record.getSimpleName(),
        Map.of(
            "title", record.getSimpleName(),
            "contentType", "application/json",
            "payload", schemas.tagged(record, tag)));
    attach(channel, record.getSimpleName());
  }

  @SuppressWarnings("unchecked")
  private void attach(String channel, String message) {
    Map<String, Object> entry = (Map<String, Object>) channels.get(channel);
    ((Map<String, Object>) entry.get("messages"))
        .put(message, reference("components/messages/" + message));
  }

  private static Map<String, Object> reference(String path) {
    return Map.of("$ref", "#/" + path);
  }
}
