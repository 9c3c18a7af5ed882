package io.custard.connection.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the log out, page by page, as fast as its reader takes it: the next page is read when the
 * one before has left for the socket, so a slow reader holds one page and no transaction. It ends
 * at the moment it was asked for.
 */
@ApplicationScoped
class ExportAudit {
  private final AuditSearch events;
  private final AuditConfig config;
  private final ObjectMapper json;
  private final AtomicInteger running = new AtomicInteger();

  ExportAudit(AuditSearch events, AuditConfig config, ObjectMapper json) {
    this.events = events;
    this.config = config;
    this.json = json;
  }

  /** Where an export is, between two pages. */
  private static final class Place {
    private @Nullable AuditCursor last;
  }

  /** Fails at once with {@code AUDIT_EXPORT_LIMIT} when too many run. */
  Multi<byte[]> pages(OrganisationId organisation, AuditFilter filter, AuditForm form) {
    AuditFilter past = filter.until(Instant.now());
    return Multi.createFrom()
        .deferred(() -> {
          begin();
          return Multi.createBy()
              .concatenating()
              .streams(head(form), rest(organisation, past, form))
              .onTermination()
              .invoke(running::decrementAndGet);
        });
  }

  private void begin() {
    if (running.incrementAndGet() > config.mostExports()) {
      running.decrementAndGet();
      throw new CustardException(
          ErrorCode.AUDIT_EXPORT_LIMIT, "Wait until another export has ended.");
    }
  }

  private static Multi<byte[]> head(AuditForm form) {
    return Multi.createFrom()
        .item(form.head().getBytes(StandardCharsets.UTF_8))
        .filter(text -> text.length > 0);
  }

  private Multi<byte[]> rest(OrganisationId organisation, AuditFilter filter, AuditForm form) {
    return Multi.createBy()
        .repeating()
        .uni(Place::new, place -> page(organisation, filter, place))
        .until(List::isEmpty)
        .map(page -> text(page, form));
  }

  private Uni<List<AuditEntry>> page(OrganisationId organisation, AuditFilter filter, Place place) {
    return events
        .find(organisation, filter, place.last, config.exportPage())
        .invoke(page -> {
          if (!page.isEmpty()) {
            place.last = page.getLast().cursor();
          }
        });
  }

  private byte[] text(List<AuditEntry> page, AuditForm form) {
    StringBuilder text = new StringBuilder();
    try {
      for (AuditEntry entry : page) {
        text.append(form.line(entry, json));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry is always writable", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
