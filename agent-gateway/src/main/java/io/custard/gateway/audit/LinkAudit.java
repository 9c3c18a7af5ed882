package io.custard.gateway.audit;

import io.custard.gateway.key.KnownKeys;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.LinkListener;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes to the audit trail which agents linked and unlinked. */
@ApplicationScoped
class LinkAudit implements LinkListener {
  private final KnownKeys keys;
  private final MessageSender messages;

  LinkAudit(KnownKeys keys, MessageSender messages) {
    this.keys = keys;
    this.messages = messages;
  }

  @Override
  public void welcomed(AgentLink link) {
    link.hello().ifPresent(hello -> write(link, hello, "agent.linked"));
  }

  @Override
  public void closed(AgentLink link) {
    link.hello().ifPresent(hello -> write(link, hello, "agent.unlinked"));
  }

  private void write(AgentLink link, Hello hello, String action) {
    Optional<OrganisationId> organisation = keys.organisation(link.peer().keyId());
    AuditEventV1 event =
        new AuditEventV1(
            UUID.randomUUID(),
            System.currentTimeMillis(),
            organisation.orElse(null),
            "agent-key:" + link.peer().keyId(),
            action,
            "OK",
            link.connectionId(),
            link.peer().address(),
            Map.of(
                "instanceId", hello.instanceId(),
                "linkId", link.id().toString(),
                "build", hello.build()));
    String key = organisation.map(Object::toString).orElse(link.connectionId().toString());
    MessageSender.tell(messages.send(Topic.AUDIT, key, AuditEventV1.class, event), "Audit event");
  }
}
