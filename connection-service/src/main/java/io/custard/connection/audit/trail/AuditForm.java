package io.custard.connection.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an exported log is written. */
enum AuditForm {
  CSV("csv", "text/csv;charset=UTF-8") {
    @Override
    String head() {
      return CsvLine.of(COLUMNS);
    }

    @Override
    String line(AuditEntry entry, ObjectMapper json) throws JsonProcessingException {
      UUID connection = entry.connectionId();
      return CsvLine.of(
          Arrays.asList(
              entry.id().toString(),
              entry.at().toString(),
              entry.actor(),
              entry.actorName(),
              entry.action(),
              entry.outcome(),
              connection == null ? null : connection.toString(),
              entry.connectionName(),
              entry.address(),
              json.writeValueAsString(entry.details())));
    }
  },
  NDJSON("ndjson", "application/x-ndjson") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(AuditEntry entry, ObjectMapper json) throws JsonProcessingException {
      return json.writeValueAsString(entry) + "\n";
    }
  };

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "at",
          "actor",
          "actor_name",
          "action",
          "outcome",
          "connection_id",
          "connection_name",
          "address",
          "details");

  private final String wireName;
  private final String mediaType;

  AuditForm(String wireName, String mediaType) {
    this.wireName = wireName;
    this.mediaType = mediaType;
  }

  /** Without a wish it is CSV; fails with {@code REQUEST_INVALID} for anything else. */
  static AuditForm of(@Nullable String wish) {
    String name = Objects.requireNonNullElse(wish, CSV.wireName);
    return Arrays.stream(values())
        .filter(form -> form.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> AuditFilter.unreadable("format"));
  }

  String wireName() {
    return wireName;
  }

  String mediaType() {
    return mediaType;
  }

  String fileName() {
    return "audit." + wireName;
  }

  /** What stands before the first event. */
  abstract String head();

  abstract String line(AuditEntry entry, ObjectMapper json) throws JsonProcessingException;
}
