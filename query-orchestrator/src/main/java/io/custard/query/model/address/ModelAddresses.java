package io.custard.query.model.address;

import io.custard.address.Network;
import io.custard.query.model.ModelConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps organisations from having us call what only we can reach. Judged when a model is written
 * and again before each call, by the addresses the name has then. The JDK keeps an answer of the
 * name server for a while, so what is judged is what the call finds a moment later.
 */
@Startup
@ApplicationScoped
public class ModelAddresses {
  private final List<Network> networks = new ArrayList<>();
  private final Set<String> hosts = new HashSet<>();

  ModelAddresses(ModelConfig config) {
    config.allowedHosts().orElse(List.of()).stream()
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .forEach(this::allow);
  }

  /**
   * Why this may not be called; null: it may. May ask a name server: not for event loops.
   *
   * @return a sentence that does not repeat the address
   */
  public @Nullable String refusal(URI url) {
    String wrong = wrongForm(url);
    if (wrong != null) {
      return wrong;
    }
    String host = bare(url.getHost());
    if (hosts.contains(host)) {
      return null;
    }
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      return "There is no host of this name.";
    }
    if (Arrays.stream(found).allMatch(this::isAllowed)) {
      return null;
    }
    if (!Arrays.stream(found).allMatch(at -> isAllowed(at) || PublicAddress.is(at))) {
      return "The host is not public, and custard.query.models.allowed-hosts does not name it.";
    }
    return "https".equals(scheme(url)) ? null : "A public host takes https.";
  }

  /** Why this is no address of a model at all; null: it is one. */
  public static @Nullable String wrongForm(URI url) {
    boolean web = "https".equals(scheme(url)) || "http".equals(scheme(url));
    if (!web || url.getHost() == null || url.getHost().isEmpty()) {
      return "The address begins with https:// or http:// and a host.";
    }
    return url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null
        ? null
        : "The address has no user, no query and no fragment.";
  }

  private boolean isAllowed(InetAddress address) {
    return networks.stream().anyMatch(network -> network.holds(address));
  }

  private void allow(String entry) {
    try {
      networks.add(Network.parse(entry));
    } catch (IllegalArgumentException e) {
      if (entry.indexOf('/') >= 0 || entry.indexOf(':') >= 0) {
        throw new IllegalArgumentException(
            "custard.query.models.allowed-hosts has neither host nor network: " + entry, e);
      }
      hosts.add(entry.toLowerCase(Locale.ROOT));
    }
  }

  private static String scheme(URI url) {
    return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
  }

  /** Without the brackets of IPv6, and without the dot that ends a full name. */
  private static String bare(String host) {
    String inner = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    String name = inner.endsWith(".") ? inner.substring(0, inner.length() - 1) : inner;
    return name.toLowerCase(Locale.ROOT);
  }
}
