package io.custard.gateway.schema;

import io.custard.gateway.command.CommandHandler;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.LinkListener;
import io.custard.gateway.link.Links;
import io.custard.problem.ErrorCode;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.protocol.agent.SchemaTable;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.DiscoverCommand;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks a new link for the schema, again when its database came back, when somebody asks for it, and
 * every so often, and passes on what it says. What was not asked for is dropped; a schema of which
 * something is missing gets no header, so nobody takes it for the whole.
 */
@ApplicationScoped
class SchemaRelay implements LinkListener, CommandHandler {
  private static final Logger LOG = Logger.getLogger(SchemaRelay.class);

  private final Links links;
  private final SchemaRecords records;
  private final GatewayConfig config;
  private final Map<LinkId, LinkSchema> schemas = new ConcurrentHashMap<>();

  SchemaRelay(Links links, SchemaRecords records, GatewayConfig config) {
    this.links = links;
    this.records = records;
    this.config = config;
  }

  @Override
  public void welcomed(AgentLink link) {
    LinkSchema schema = new LinkSchema(link);
    schemas.put(link.id(), schema);
    schema.ask();
    if (!link.isReady()) {
      schemas.remove(link.id()); // it ended meanwhile, so nobody else would clean up
    }
  }

  @Override
  public void closed(AgentLink link) {
    schemas.remove(link.id());
  }

  @Override
  public void handle(Command command) {
    if (command instanceof DiscoverCommand asked) {
      links
          .ready(asked.target().connectionId(), asked.target().linkId())
          .flatMap(this::of)
          .ifPresent(LinkSchema::ask);
    }
  }

  /** Finds changes that nobody told us of. */
  @Scheduled(every = "5s")
  void look() {
    links.all().stream()
        .filter(AgentLink::isReady)
        .forEach(link ->
            of(link)
                .filter(schema -> schema.sinceAskedNanos() > pauseNanos(link))
                .ifPresent(LinkSchema::ask));
  }

  /** Links that came together do not go on together: each has up to a fifth more of its own. */
  private long pauseNanos(AgentLink link) {
    long pause = config.rediscovery().toNanos();
    return pause + pause / 1000 * Math.floorMod(link.id().hashCode(), 200);
  }

  @Override
  public void received(AgentLink link, AgentFrame frame) {
    of(link).ifPresent(schema -> received(link, schema, frame));
  }

  private void received(AgentLink link, LinkSchema schema, AgentFrame frame) {
    switch (frame) {
      case Health health -> {
        if (schema.cameBack(health.database().equals(Health.RED))) {
          schema.ask();
        }
      }
      case SchemaTable table ->
          schema.find(table.discoveryId()).ifPresent(at -> table(link, schema, at, table));
      case SchemaEnd end ->
          schema.find(end.discoveryId()).ifPresent(at -> settle(link, schema, at, at.ended(end)));
      case SchemaFailed failed ->
          schema.find(failed.discoveryId()).ifPresent(at -> failed(link, schema, at, failed));
      default -> {
        // not about schemas
      }
    }
  }

  private void table(AgentLink link, LinkSchema schema, Discovery at, SchemaTable table) {
    if (at.receive()) {
      records
          .table(link.connectionId(), at.version(), table.table())
          .subscribe()
          .with(
              sent -> settle(link, schema, at, at.published(true)),
              lost -> settle(link, schema, at, at.published(false)));
    }
  }

  private void settle(
      AgentLink link, LinkSchema schema, Discovery at, Discovery.Standing standing) {
    SchemaEnd end = at.end();
    if (end == null || standing == Discovery.Standing.OPEN) {
      return;
    }
    if (standing == Discovery.Standing.WHOLE) {
      records
          .header(link.connectionId(), at.version(), end)
          .subscribe()
          .with(sent -> schema.over(at, true), lost -> broken(link, schema, at, end));
    } else {
      broken(link, schema, at, end);
    }
  }

  private static void broken(AgentLink link, LinkSchema schema, Discovery at, SchemaEnd end) {
    schema.over(at, false);
    LOG.warnf(
        "Schema incomplete, not published connectionId=%s tables=%d",
        link.connectionId(), end.tables());
  }

  private static void failed(AgentLink link, LinkSchema schema, Discovery at, SchemaFailed failed) {
    schema.over(at, false);
    LOG.warnf(
        "Schema not discovered connectionId=%s errorCode=%s",
        link.connectionId(), ErrorCode.of(failed.code()));
  }

  private Optional<LinkSchema> of(AgentLink link) {
    return Optional.ofNullable(schemas.get(link.id()));
  }
}
