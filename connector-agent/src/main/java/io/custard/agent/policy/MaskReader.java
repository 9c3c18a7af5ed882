package io.custard.agent.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code mask_columns} and {@code mask_salt} of a policy file. */
final class MaskReader {
  private static final int SHORTEST_SALT = 16;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final List<String> KEYS = List.of("column", "as", "keep");

  private final List<NamePattern> denied;
  private final @Nullable Node salt;
  private final List<Masks.Rule> rules = new ArrayList<>();

  /**
   * @param denied tables and columns that may not be read at all
   */
  MaskReader(List<NamePattern> denied, @Nullable Node salt) {
    this.denied = denied;
    this.salt = salt;
  }

  Masks read(@Nullable Node list) throws InvalidPolicy {
    String key = salt == null ? "" : key(salt);
    if (list != null) {
      for (Node node : PolicyYaml.list(list)) {
        rules.add(rule(node));
      }
    }
    return new Masks(rules, key);
  }

  private static String key(Node salt) throws InvalidPolicy {
    String text = PolicyYaml.text(salt);
    if (text.length() < SHORTEST_SALT) {
      throw InvalidPolicy.at(
          PolicyYaml.line(salt),
          "write a mask_salt of at least %d characters that nobody can guess."
              .formatted(SHORTEST_SALT));
    }
    return Sha256.hex("custard mask\n" + text);
  }

  private Masks.Rule rule(Node node) throws InvalidPolicy {
    Map<String, Node> entries = PolicyYaml.mapping(node, KEYS);
    Node column = entries.get("column");
    Node kind = entries.get("as");
    if (column == null || kind == null) {
      throw InvalidPolicy.at(
          PolicyYaml.line(node),
          "write column: schema.table.column and as: hash, partial or null.");
    }
    NamePattern pattern =
        NamePattern.parse(PolicyYaml.text(column), 3)
            .orElseThrow(() ->
                InvalidPolicy.at(PolicyYaml.line(column), "write names as schema.table.column."));
    check(column, pattern);
    return new Masks.Rule(pattern, mask(kind, entries.get("keep")));
  }

  private void check(Node column, NamePattern pattern) throws InvalidPolicy {
    if (denied.stream().anyMatch(pattern::isWithin)) {
      throw InvalidPolicy.at(
          PolicyYaml.line(column), "this column is denied already; deny it or mask it.");
    }
    if (rules.stream().anyMatch(rule -> rule.column().equals(pattern))) {
      throw InvalidPolicy.at(PolicyYaml.line(column), "this column is masked above already.");
    }
  }

  private Mask mask(Node kind, @Nullable Node keep) throws InvalidPolicy {
    String name = PolicyYaml.text(kind);
    if (keep != null && !name.equals(Mask.Partial.KIND)) {
      throw InvalidPolicy.at(PolicyYaml.line(keep), "keep belongs to as: partial.");
    }
    return switch (name) {
      case Mask.Nothing.KIND -> new Mask.Nothing();
      case Mask.Hash.KIND -> hash(kind);
      case Mask.Partial.KIND -> new Mask.Partial(keep == null ? Mask.Partial.USUAL : kept(keep));
      default ->
          throw InvalidPolicy.at(PolicyYaml.line(kind), "write as: hash, as: partial or as: null.");
    };
  }

  private Mask hash(Node kind) throws InvalidPolicy {
    if (salt == null) {
      throw InvalidPolicy.at(
          PolicyYaml.line(kind), "as: hash needs a mask_salt; without one values can be guessed.");
    }
    return new Mask.Hash();
  }

  private static int kept(Node keep) throws InvalidPolicy {
    String text = PolicyYaml.text(keep);
    int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (number < 1 || number > Mask.Partial.MOST) {
      throw InvalidPolicy.at(
          PolicyYaml.line(keep),
          "write keep as a number from 1 to %d.".formatted(Mask.Partial.MOST));
    }
    return number;
  }
}
