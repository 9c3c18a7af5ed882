package io.custard.agent.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as nodes that know their line. No object is built from what the file names. */
final class PolicyYaml {
  private static final int MOST_CHARACTERS = 256 * 1024;

  private PolicyYaml() {}

  static Node read(String text) throws InvalidPolicy {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(10);
    options.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw InvalidPolicy.at(1, "the file is empty; write version: 1.");
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw InvalidPolicy.at(line, "this is not YAML.");
    } catch (YAMLException e) {
      throw new InvalidPolicy("The policy file is too large or not YAML.");
    }
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** The entries of a mapping; each key once, and only known ones. */
  static Map<String, Node> mapping(Node node, List<String> known) throws InvalidPolicy {
    if (!(node instanceof MappingNode mapping)) {
      throw InvalidPolicy.at(line(node), "write keys with values here.");
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = text(entry.getKeyNode());
      if (!known.contains(key)) {
        throw InvalidPolicy.at(
            line(entry.getKeyNode()),
            "the key is not known; use one of " + String.join(", ", known) + ".");
      }
      if (entries.put(key, entry.getValueNode()) != null) {
        throw InvalidPolicy.at(line(entry.getKeyNode()), key + " stands here for a second time.");
      }
    }
    return entries;
  }

  static List<Node> list(Node node) throws InvalidPolicy {
    if (node instanceof SequenceNode sequence) {
      return new ArrayList<>(sequence.getValue());
    }
    throw InvalidPolicy.at(line(node), "write a list here, such as [a, b].");
  }

  static String text(Node node) throws InvalidPolicy {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw InvalidPolicy.at(line(node), "write a single value here.");
  }
}
