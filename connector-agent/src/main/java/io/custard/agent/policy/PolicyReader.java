package io.custard.agent.policy;

import io.custard.guard.GuardPolicy;
import io.custard.protocol.Exposure;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a policy file; whatever is not understood is an error, so nothing is allowed by a typo. */
public final class PolicyReader {
  private static final List<String> KEYS =
      List.of(
          "version",
          "default_schema",
          "tables",
          "deny_tables",
          "deny_columns",
          "mask_columns",
          "mask_salt",
          "functions",
          "limits",
          "quiet_hours",
          "exposure");
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})\\s*([A-Za-z]*)");

  private PolicyReader() {}

  /**
   * Reads the text of a policy file.
   *
   * @throws InvalidPolicy with the line and what to write there
   */
  public static AgentPolicy read(String text) throws InvalidPolicy {
    Node root = PolicyYaml.read(text);
    Map<String, Node> entries = PolicyYaml.mapping(root, KEYS);
    Node version = entries.get("version");
    if (version == null || !PolicyYaml.text(version).equals("1")) {
      throw InvalidPolicy.at(
          version == null ? 1 : PolicyYaml.line(version), "write version: 1 at the top.");
    }
    Node schema = entries.get("default_schema");
    List<NamePattern> deniedTables = names(entries.get("deny_tables"), 2, "schema.table");
    List<NamePattern> deniedColumns = names(entries.get("deny_columns"), 3, "schema.table.column");
    List<NamePattern> denied =
        Stream.concat(deniedTables.stream(), deniedColumns.stream()).toList();
    return new AgentPolicy(
        schema == null ? AgentPolicy.OPEN.defaultSchema() : PolicyYaml.text(schema),
        names(entries.get("tables"), 2, "schema.table"),
        deniedTables,
        deniedColumns,
        new MaskReader(denied, entries.get("mask_salt")).read(entries.get("mask_columns")),
        functions(entries.get("functions")),
        limits(entries.get("limits")),
        quietHours(entries.get("quiet_hours")),
        exposure(entries.get("exposure")),
        Sha256.hex(text));
  }

  private static List<NamePattern> names(@Nullable Node list, int parts, String form)
      throws InvalidPolicy {
    List<NamePattern> names = new ArrayList<>();
    if (list != null) {
      for (Node node : PolicyYaml.list(list)) {
        names.add(
            NamePattern.parse(PolicyYaml.text(node), parts)
                .orElseThrow(
                    () -> InvalidPolicy.at(PolicyYaml.line(node), "write names as " + form + ".")));
      }
    }
    return names;
  }

  private static GuardPolicy functions(@Nullable Node node) throws InvalidPolicy {
    if (node == null) {
      return GuardPolicy.none();
    }
    Map<String, Node> entries = PolicyYaml.mapping(node, List.of("allow", "deny"));
    return new GuardPolicy(texts(entries.get("allow")), texts(entries.get("deny")));
  }

  private static Set<String> texts(@Nullable Node list) throws InvalidPolicy {
    Set<String> texts = new LinkedHashSet<>();
    if (list != null) {
      for (Node node : PolicyYaml.list(list)) {
        texts.add(PolicyYaml.text(node));
      }
    }
    return texts;
  }

  private static AgentPolicy.Limits limits(@Nullable Node node) throws InvalidPolicy {
    if (node == null) {
      return AgentPolicy.OPEN.limits();
    }
    Map<String, Node> entries =
        PolicyYaml.mapping(node, List.of("max_rows", "max_bytes", "timeout"));
    OptionalLong seconds = amount(entries.get("timeout"), Map.of("s", 1L, "m", 60L), "30s or 2m");
    return new AgentPolicy.Limits(
        amount(entries.get("max_rows"), Map.of("", 1L), "a number of rows, such as 10000"),
        amount(
            entries.get("max_bytes"),
            Map.of("", 1L, "kb", 1024L, "mb", 1024L * 1024, "gb", 1024L * 1024 * 1024),
            "bytes, such as 512KB or 10MB"),
        Duration.ofSeconds(seconds.orElse(0)));
  }

  private static OptionalLong amount(@Nullable Node node, Map<String, Long> units, String form)
      throws InvalidPolicy {
    if (node == null) {
      return OptionalLong.empty();
    }
    Matcher parts = AMOUNT.matcher(PolicyYaml.text(node).strip());
    Long unit = parts.matches() ? units.get(parts.group(2).toLowerCase(Locale.ROOT)) : null;
    if (unit == null || Long.parseLong(parts.group(1)) == 0) {
      throw InvalidPolicy.at(PolicyYaml.line(node), "write " + form + ".");
    }
    return OptionalLong.of(Math.multiplyExact(Long.parseLong(parts.group(1)), unit.longValue()));
  }

  private static Exposure exposure(@Nullable Node node) throws InvalidPolicy {
    if (node == null) {
      return AgentPolicy.OPEN.exposure();
    }
    return Exposure.named(PolicyYaml.text(node))
        .orElseThrow(() ->
            InvalidPolicy.at(
                PolicyYaml.line(node), "write exposure: schema_only, masked or full."));
  }

  private static List<QuietHours> quietHours(@Nullable Node list) throws InvalidPolicy {
    List<QuietHours> hours = new ArrayList<>();
    if (list != null) {
      for (Node node : PolicyYaml.list(list)) {
        hours.add(oneQuiet(node));
      }
    }
    return hours;
  }

  private static QuietHours oneQuiet(Node node) throws InvalidPolicy {
    Map<String, Node> entries = PolicyYaml.mapping(node, List.of("days", "from", "to", "zone"));
    Node from = entries.get("from");
    Node to = entries.get("to");
    Node zone = entries.get("zone");
    if (from == null || to == null || zone == null) {
      throw InvalidPolicy.at(PolicyYaml.line(node), "quiet hours need from, to and zone.");
    }
    try {
      return new QuietHours(
          days(entries.get("days")),
          LocalTime.parse(PolicyYaml.text(from)),
          LocalTime.parse(PolicyYaml.text(to)),
          ZoneId.of(PolicyYaml.text(zone)));
    } catch (DateTimeException e) {
      throw InvalidPolicy.at(
          PolicyYaml.line(node), "write from: \"22:00\", to: \"06:00\", zone: Europe/Berlin.");
    }
  }

  private static Set<DayOfWeek> days(@Nullable Node list) throws InvalidPolicy {
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    if (list != null) {
      days.clear();
      for (Node node : PolicyYaml.list(list)) {
        String name = PolicyYaml.text(node).toLowerCase(Locale.ROOT);
        DayOfWeek day = null;
        for (DayOfWeek known : DayOfWeek.values()) {
          if (known.name().toLowerCase(Locale.ROOT).substring(0, 3).equals(name)) {
            day = known;
          }
        }
        if (day == null) {
          throw InvalidPolicy.at(PolicyYaml.line(node), "write days as mon, tue, wed … sun.");
        }
        days.add(day);
      }
    }
    return days;
  }
}
